# Task 3
# Fails: no other mailbox was changed
Get-Mailbox | Set-Mailbox -AuditLogAgeLimit 365.00:00:00
