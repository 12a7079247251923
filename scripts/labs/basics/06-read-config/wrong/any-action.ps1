# Task 2
# Fails: the action is logged for delegates of this mailbox only
Submit-LabAnswer extra SendAs
