# Task 2
# Fails: the logon type is that of the administrator's entries
Submit-LabAnswer logon Admin
