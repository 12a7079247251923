# Task 3
# Fails: nobody's actions are kept out of the logs
# Fails: the user's mailbox is still there, and audited
Set-Mailbox '{{account}}' -AuditEnabled $false
