# Task 2
# Fails: the list names every audited user mailbox, and no other
Submit-LabAnswer audited '{{mailbox}}'
