# Task 4
# Fails: the rule is still there, as evidence
Get-InboxRule -Mailbox '{{victim}}' | Where-Object { "$($_.ForwardTo)" -like '*.example*' } | Remove-InboxRule -Mailbox '{{victim}}' -Confirm:$false
Set-Mailbox '{{victim}}' -ForwardingSmtpAddress $null -AuditLogAgeLimit 365.00:00:00
