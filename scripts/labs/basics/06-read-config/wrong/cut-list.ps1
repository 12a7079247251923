# Task 1
# Fails: the list names every logged owner action, and no other
Submit-LabAnswer owner ((Get-Mailbox '{{mailbox}}').AuditOwner | Select-Object -First 4)
