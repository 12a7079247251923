# Task 3
# Fails: the number is that of the delegates' entries in the week
Submit-LabAnswer delegates @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate '{{monday}}' -EndDate ([datetime]'{{monday}}').AddDays(7)).Count
