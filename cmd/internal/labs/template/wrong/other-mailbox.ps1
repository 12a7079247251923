# Task 1
# Fails: the mailbox {{mailbox}} is not audited
# Fails: no other mailbox was changed
Set-Mailbox 'Pilar Pinilla' -AuditEnabled $false
