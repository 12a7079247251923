# Task 1
Set-Mailbox '{{mailbox}}' -AuditEnabled $false
