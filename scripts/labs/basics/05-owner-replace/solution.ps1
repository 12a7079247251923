# Task 1
Set-Mailbox '{{mailbox}}' -AuditEnabled $true -AuditOwner MailboxLogin
# Task 2
Set-Mailbox '{{leaver}}' -AuditEnabled $false
