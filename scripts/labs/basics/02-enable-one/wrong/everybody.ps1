# Task 1
# Fails: no other mailbox was changed
Get-Mailbox -RecipientTypeDetails UserMailbox | Set-Mailbox -AuditEnabled $true
