# Task 1
# Fails: it was moved at that time
$steps = Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2026-03-16 -EndDate 2026-03-24 | Where-Object SourceItemSubjectsList -eq '{{subject}}' | Sort-Object LastAccessed
Submit-LabAnswer who $steps[0].LogonUserDisplayName
Submit-LabAnswer folder $steps[0].FolderPathName
Submit-LabAnswer when $steps[0].LastAccessed.AddHours(1)
