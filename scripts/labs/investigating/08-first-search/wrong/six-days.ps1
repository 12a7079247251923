# Task 1
# Fails: the number covers all seven days and all three logon types
Submit-LabAnswer total @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate '{{monday}}' -EndDate ([datetime]'{{monday}}').AddDays(6)).Count
