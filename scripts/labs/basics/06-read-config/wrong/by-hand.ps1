# Task 3
# Fails: the service maintains the delegate list again
Set-Mailbox '{{mailbox}}' -AuditDelegate @{ Remove = '{{extra}}' }
