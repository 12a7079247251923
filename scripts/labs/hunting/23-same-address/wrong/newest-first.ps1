# Task 2
# Fails: no other mailbox was opened before
Submit-LabAnswer first $names[-1]
