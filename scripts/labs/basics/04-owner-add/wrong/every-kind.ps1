# Task 2
# Fails: other kinds of mailboxes were left alone
Get-Mailbox -ResultSize Unlimited | Set-Mailbox -AuditOwner @{ Add = 'MailboxLogin', 'HardDelete', 'SoftDelete' }
