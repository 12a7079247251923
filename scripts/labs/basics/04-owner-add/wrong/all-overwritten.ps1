# Task 2
# Fails: none of them lost what was logged before
Get-Mailbox -RecipientTypeDetails UserMailbox | Set-Mailbox -AuditOwner MailboxLogin, HardDelete, SoftDelete
