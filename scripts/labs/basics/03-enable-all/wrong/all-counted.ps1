# Task 2
# Fails: the number is that of the audited user mailboxes
Submit-LabAnswer audited @(Get-Mailbox).Count
