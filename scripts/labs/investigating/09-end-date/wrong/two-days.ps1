# Task 1
# Fails: the number is that of today's entries
Submit-LabAnswer today @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 3/10/2026 -EndDate 3/17/2026).Count
