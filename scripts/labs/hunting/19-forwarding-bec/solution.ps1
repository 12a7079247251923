# Task 1
Submit-LabAnswer forwarded (Get-Mailbox -ResultSize Unlimited | Where-Object ForwardingSmtpAddress).Name
# Task 2
$rules = Get-InboxRule -Mailbox '{{victim}}' | Where-Object { "$($_.ForwardTo)" -like '*{{outside}}*' }
Submit-LabAnswer rule $rules.Name
# Task 3
$made = Search-MailboxAuditLog '{{victim}}' -ShowDetails -StartDate 2026-04-01 -EndDate 2026-04-23 -ResultSize 5000 | Where-Object { $_.Operation -eq 'UpdateInboxRules' -and $_.OperationProperties -like '*{{outside}}*' }
Submit-LabAnswer ip $made.ClientIPAddress
# Task 4
Set-Mailbox '{{second}}' -ForwardingSmtpAddress $null -DeliverToMailboxAndForward $false
Disable-InboxRule -Mailbox '{{victim}}' -Identity '{{rule}}' -Confirm:$false
