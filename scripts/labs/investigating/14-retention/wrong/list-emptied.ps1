# Task 1
# Fails: all other owner actions are still logged
Set-Mailbox '{{mailbox}}' -AuditOwner $null
