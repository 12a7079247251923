# Task 1
# Fails: there is a report, as a CSV file in your folder
# Fails: it covers the two weeks and leaves opened folders out
Submit-LabAnswer rows @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2026-03-02 -EndDate 2026-03-16 -ResultSize 5000 | Where-Object Operation -ne FolderBind).Count
