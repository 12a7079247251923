# Task 1
# Fails: the unified audit log records again
Get-Mailbox | Set-Mailbox -AuditEnabled $true
