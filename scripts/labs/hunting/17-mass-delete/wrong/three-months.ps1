# Task 3
# Fails: the log of the mailbox keeps its entries for a year
Set-Mailbox '{{mailbox}}' -AuditLogAgeLimit 180.00:00:00
