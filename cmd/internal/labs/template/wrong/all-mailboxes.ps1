# Task 1
# Fails: no other mailbox was changed
Get-Mailbox | Set-Mailbox -AuditEnabled $false
