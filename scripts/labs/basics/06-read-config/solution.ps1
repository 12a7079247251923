# Task 1
Submit-LabAnswer owner (Get-Mailbox '{{mailbox}}' | Select-Object -ExpandProperty AuditOwner)
# Task 2
$difference = Compare-Object (Get-Mailbox '{{mailbox}}').AuditDelegate (Get-Mailbox '{{other}}').AuditDelegate
Submit-LabAnswer extra $difference.InputObject
# Task 3
Set-Mailbox '{{mailbox}}' -DefaultAuditSet Delegate
