# Task 1
$entries = Search-MailboxAuditLog '{{victim}}' -ShowDetails -StartDate 2026-05-01 -EndDate 2026-05-12 -ResultSize 5000 | Sort-Object LastAccessed
$signIns = $entries | Where-Object { $_.Operation -eq 'MailboxLogin' -and $_.ClientIPAddress -notlike '10.*' }
Submit-LabAnswer ip $signIns[0].ClientIPAddress
Submit-LabAnswer since $signIns[0].LastAccessed
# Task 2
$theirs = $entries | Where-Object ClientIPAddress -eq $signIns[0].ClientIPAddress
Submit-LabAnswer rule (Get-InboxRule -Mailbox '{{victim}}' | Where-Object { "$($_.ForwardTo)" -like '*.example*' }).Name
Submit-LabAnswer fraud ($theirs | Where-Object Operation -eq Send).ItemSubject
# Task 3
$theirs | Select-Object LastAccessed, Operation, ClientIPAddress, FolderPathName | Export-Csv timeline.csv -NoTypeInformation
# Task 4
Get-InboxRule -Mailbox '{{victim}}' | Where-Object { "$($_.ForwardTo)" -like '*.example*' } | Disable-InboxRule -Mailbox '{{victim}}' -Confirm:$false
Set-Mailbox '{{victim}}' -ForwardingSmtpAddress $null -AuditLogAgeLimit 365.00:00:00
