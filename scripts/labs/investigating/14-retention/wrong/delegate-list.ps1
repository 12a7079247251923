# Task 1
# Fails: the action is not logged any more
Set-Mailbox '{{mailbox}}' -AuditDelegate @{ Remove = 'SoftDelete' }
