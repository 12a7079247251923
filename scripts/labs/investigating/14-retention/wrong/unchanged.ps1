# Task 3
# Fails: entries are kept for 30 days
Submit-LabAnswer left @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -LogonTypes Owner -StartDate 2025-12-20 -EndDate 2026-03-21 -ResultSize 5000 | Where-Object Operation -eq SoftDelete).Count
