# Task 3
# Fails: nothing is logged of the owner
# Fails: the log itself is still on
Set-Mailbox '{{mailbox}}' -AuditEnabled $false
