# Task 1
# Fails: messages that the owner purges are logged
Set-Mailbox '{{mailbox}}' -AuditOwner @{ Add = 'MailboxLogin' }
