# Task 1
.\Find-MailboxAuditEntry.ps1 -Mailbox '{{mailbox}}' -StartDate 2026-03-02 -EndDate 2026-03-16
$rows = Get-ChildItem *.csv | ForEach-Object { Import-Csv -LiteralPath $_.FullName }
Submit-LabAnswer rows @($rows).Count
# Task 2
$users = $rows | Group-Object LogonUserDisplayName | Sort-Object Count -Descending
Submit-LabAnswer user $users[0].Name
