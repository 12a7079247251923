# Task 3
# Fails: the number is that of the same search after the change
Set-Mailbox '{{mailbox}}' -AuditLogAgeLimit 30.00:00:00
Submit-LabAnswer left 0
