# Task 3
# Fails: what was logged before is still logged
Set-Mailbox '{{mailbox}}' -AuditEnabled $true -AuditOwner MailboxLogin, HardDelete, SoftDelete
