# Task 1
$entries = Search-MailboxAuditLog '{{mailbox}}' -LogonTypes Owner, Delegate, Admin -ShowDetails -StartDate '{{monday}}' -EndDate ([datetime]'{{monday}}').AddDays(7) -ResultSize 5000
Submit-LabAnswer total $entries.Count
# Task 2
$groups = $entries | Group-Object Operation | Sort-Object Count -Descending
Submit-LabAnswer most $groups[0].Name
# Task 3
Submit-LabAnswer delegates @($entries | Where-Object LogonType -eq Delegate).Count
