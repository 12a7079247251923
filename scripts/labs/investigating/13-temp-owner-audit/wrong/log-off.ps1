# Task 1
# Fails: the log of the mailbox is on
Set-Mailbox '{{mailbox}}' -AuditOwner Create, HardDelete, Move, MoveToDeletedItems, SoftDelete, Update
