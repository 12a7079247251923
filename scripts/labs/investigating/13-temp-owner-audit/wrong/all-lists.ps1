# Task 3
# Fails: delegates and administrators are logged as before
Set-Mailbox '{{mailbox}}' -AuditOwner $null -AuditDelegate $null
