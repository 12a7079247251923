# Task 3
# Fails: the number covers people, and only them
# Rooms and equipment are still counted.
Submit-LabAnswer people @(Get-Mailbox | Where-Object RecipientTypeDetails -ne SharedMailbox).Count
