# Task 1
Set-Mailbox '{{mailbox}}' -AuditEnabled $true -AuditOwner Create, HardDelete, Move, MoveToDeletedItems, SoftDelete, Update
# Task 2
$purged = Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -LogonTypes Owner -StartDate 2026-03-01 -EndDate 2026-03-16 | Where-Object { $_.Operation -eq 'HardDelete' -and $_.SourceItemSubjectsList -eq '{{subject}}' }
Submit-LabAnswer folder $purged.FolderPathName
# Task 3
Set-Mailbox '{{mailbox}}' -AuditOwner $null
