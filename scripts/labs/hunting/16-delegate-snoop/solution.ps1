# Task 1
$delegates = Search-MailboxAuditLog '{{boss}}' -ShowDetails -LogonTypes Delegate -StartDate 2026-03-16 -EndDate 2026-04-14 -ResultSize 5000
$night = $delegates | Where-Object { $_.Operation -eq 'MailItemsAccessed' -and ($_.LastAccessed.Hour -ge 22 -or $_.LastAccessed.Hour -lt 5) }
Submit-LabAnswer who $night[0].LogonUserDisplayName
Submit-LabAnswer ip $night[0].ClientIPAddress
# Task 2
Submit-LabAnswer nights @($night | Group-Object { $_.LastAccessed.Date }).Count
# Task 3
$night | Select-Object LastAccessed, LogonUserDisplayName, Operation, ClientIPAddress | Export-Csv night.csv -NoTypeInformation
# Task 4
Remove-MailboxPermission '{{boss}}' -User '{{snoop}}' -AccessRights FullAccess -Confirm:$false
