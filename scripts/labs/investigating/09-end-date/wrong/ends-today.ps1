# Task 1
# Fails: the number is that of today's entries
Submit-LabAnswer today @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 3/15/2026 -EndDate 3/16/2026).Count
