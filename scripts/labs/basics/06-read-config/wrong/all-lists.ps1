# Task 3
# Fails: the owner list was left as it was
Set-Mailbox '{{mailbox}}' -DefaultAuditSet Admin, Delegate, Owner
