# Task 1
# Fails: what was logged before is still logged
Set-Mailbox '{{mailbox}}' -AuditOwner MailboxLogin, HardDelete
