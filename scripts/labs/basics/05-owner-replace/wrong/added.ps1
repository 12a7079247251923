# Task 1
# Fails: sign-ins are the only thing that is logged of the owner
Set-Mailbox '{{mailbox}}' -AuditEnabled $true -AuditOwner @{ Add = 'MailboxLogin' }
