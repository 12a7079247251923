# Task 1
$today = (Get-Date).Date
$entries = Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate $today -EndDate $today.AddDays(1)
Submit-LabAnswer today $entries.Count
# Task 2
$last = $entries | Where-Object Operation -eq SoftDelete | Sort-Object LastAccessed | Select-Object -Last 1
Submit-LabAnswer subject $last.SourceItemSubjectsList
