# Task 1
$records = Search-UnifiedAuditLog -IPAddresses '{{ip}}' -StartDate 2026-04-20 -EndDate 2026-05-09 -ResultSize 5000 | Sort-Object CreationDate
$data = $records | ForEach-Object { $_.AuditData | ConvertFrom-Json }
$names = $data | ForEach-Object { (Get-Mailbox $_.MailboxOwnerUPN).Name }
Submit-LabAnswer mailboxes ($names | Select-Object -Unique)
# Task 2
Submit-LabAnswer first $names[0]
# Task 3
Submit-LabAnswer sent ($data | Where-Object Operation -eq Send).Item.Subject
