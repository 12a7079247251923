# Task 1
# Fails: every user mailbox is audited
Get-Mailbox -RecipientTypeDetails UserMailbox -ResultSize 10 | Set-Mailbox -AuditEnabled $true
