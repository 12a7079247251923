# Task 4
# Fails: nothing is forwarded any more
Get-InboxRule -Mailbox '{{victim}}' | Where-Object { "$($_.ForwardTo)" -like '*.example*' } | Disable-InboxRule -Mailbox '{{victim}}' -Confirm:$false
Set-Mailbox '{{victim}}' -AuditLogAgeLimit 365.00:00:00
