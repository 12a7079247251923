# Task 2
# Fails: the number covers mailboxes of every kind
Submit-LabAnswer count @(Get-Mailbox -RecipientTypeDetails UserMailbox).Count
