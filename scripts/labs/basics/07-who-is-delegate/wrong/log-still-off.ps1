# Task 3
# Fails: the log of the mailbox is on
Set-Mailbox '{{mailbox}}' -AuditOwner @{ Add = 'MailboxLogin', 'HardDelete', 'SoftDelete' }
