# Task 1
$deletions = Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2026-03-16 -EndDate 2026-04-16 -ResultSize 5000 | Where-Object Operation -in SoftDelete, HardDelete
$burst = $deletions | Group-Object { $_.LogonUserDisplayName + ' ' + $_.LastAccessed.ToString('yyyy-MM-dd') } | Sort-Object Count -Descending | Select-Object -First 1
Submit-LabAnswer who $burst.Group[0].LogonUserDisplayName
Submit-LabAnswer day $burst.Group[0].LastAccessed.ToString('yyyy-MM-dd')
# Task 2
Submit-LabAnswer purged @($burst.Group | Where-Object Operation -eq HardDelete).Count
# Task 3
Set-Mailbox '{{mailbox}}' -AuditLogAgeLimit 365.00:00:00
