# Task 2
# Fails: it covers the two weeks
.\Find-MailboxAuditEntry.ps1 -Mailbox '{{mailbox}}' -StartDate 2026-03-10 -EndDate 2026-03-12
