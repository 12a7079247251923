# Task 1
# Fails: the list names every mailbox that was opened from the address
Submit-LabAnswer mailboxes '{{two}}'
