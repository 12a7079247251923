# Task 1
Set-Mailbox '{{mailbox}}' -AuditOwner @{ Remove = 'SoftDelete' }
# Task 2
$found = Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -LogonTypes Owner -StartDate 2025-12-20 -EndDate 2026-03-21 -ResultSize 5000 | Where-Object Operation -eq SoftDelete
Submit-LabAnswer still @($found).Count
# Task 3
Set-Mailbox '{{mailbox}}' -AuditLogAgeLimit 30.00:00:00
$found = Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -LogonTypes Owner -StartDate 2025-12-20 -EndDate 2026-03-21 -ResultSize 5000 | Where-Object Operation -eq SoftDelete
Submit-LabAnswer left @($found).Count
