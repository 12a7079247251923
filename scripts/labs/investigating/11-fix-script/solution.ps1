# Task 1
(Get-Content Find-MailboxAuditEntry.ps1) -replace "'(Searching .*|Entries .*|AuditReport_.*|Report written .*)'", '"$1"' | Set-Content Find-MailboxAuditEntry.ps1
# Task 2
.\Find-MailboxAuditEntry.ps1 -Mailbox '{{mailbox}}' -StartDate 2026-03-02 -EndDate 2026-03-16
