# Task 2
# Fails: the log of the mailbox of {{leaver}} is off
# Fails: its lists of actions were left as they were
Set-Mailbox '{{leaver}}' -AuditOwner $null
