# Task 2
# Fails: its lists of actions were left as they were
Set-Mailbox '{{leaver}}' -AuditEnabled $false -AuditOwner $null -AuditDelegate $null
