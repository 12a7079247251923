# Task 3
# Fails: the logon type has the same folder more than once within the day
Submit-LabAnswer each Delegate
