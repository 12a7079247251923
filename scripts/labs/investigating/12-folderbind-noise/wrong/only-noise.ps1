# Task 1
# Fails: the number leaves out opened folders, and nothing else
Submit-LabAnswer real @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2026-03-04 -EndDate 2026-03-18 | Where-Object Operation -eq FolderBind).Count
