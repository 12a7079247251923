# Task 1
# Fails: shared mailboxes, rooms and equipment were left alone
Get-Mailbox -ResultSize Unlimited | Set-Mailbox -AuditEnabled $true
