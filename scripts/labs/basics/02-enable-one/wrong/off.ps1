# Task 1
# Fails: the mailbox of {{mailbox}} is audited
Set-Mailbox '{{mailbox}}' -AuditEnabled $false
