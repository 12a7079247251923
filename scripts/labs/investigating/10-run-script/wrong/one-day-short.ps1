# Task 1
# Fails: it covers the two weeks and leaves opened folders out
# Fails: the number of rows is that of the two weeks
.\Find-MailboxAuditEntry.ps1 -Mailbox '{{mailbox}}' -StartDate 2026-03-02 -EndDate 2026-03-15
Submit-LabAnswer rows @(Import-Csv -LiteralPath 'AuditReport_$stamp.csv').Count
