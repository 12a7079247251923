# Task 1
Set-Mailbox '{{mailbox}}' -AuditOwner @{ Add = 'MailboxLogin', 'HardDelete' }
# Task 2
Get-Mailbox -RecipientTypeDetails UserMailbox -ResultSize Unlimited | Set-Mailbox -AuditOwner @{ Add = 'MailboxLogin', 'HardDelete', 'SoftDelete' }
