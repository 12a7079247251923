# Task 1
$entries = Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2026-03-04 -EndDate 2026-03-18 -ResultSize 5000
Submit-LabAnswer real @($entries | Where-Object Operation -ne FolderBind).Count
# Task 2
$opened = $entries | Where-Object { $_.Operation -eq 'FolderBind' -and $_.LogonUserDisplayName -eq '{{delegate}}' -and $_.FolderPathName -eq '\Inbox' }
Submit-LabAnswer days @($opened).Count
# Task 3
$thatDay = $entries | Where-Object { $_.Operation -eq 'FolderBind' -and $_.LastAccessed.Day -eq 12 } | Group-Object LogonType | Sort-Object Count
Submit-LabAnswer each $thatDay[-1].Name
