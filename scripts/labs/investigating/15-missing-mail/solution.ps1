# Task 1
$steps = Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2026-03-16 -EndDate 2026-03-24 -ResultSize 5000 | Where-Object SourceItemSubjectsList -eq '{{subject}}' | Sort-Object LastAccessed
Submit-LabAnswer who $steps[0].LogonUserDisplayName
Submit-LabAnswer folder $steps[0].FolderPathName
Submit-LabAnswer when $steps[0].LastAccessed
# Task 2
Submit-LabAnswer operation $steps[-1].Operation
Submit-LabAnswer ip $steps[-1].ClientIPAddress
# Task 3
Remove-MailboxPermission '{{mailbox}}' -User '{{culprit}}' -AccessRights FullAccess -Confirm:$false
