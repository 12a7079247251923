# Task 1
# Fails: all six owner actions are logged
Set-Mailbox '{{mailbox}}' -AuditEnabled $true -AuditOwner HardDelete, SoftDelete
