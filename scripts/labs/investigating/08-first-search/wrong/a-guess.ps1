# Task 2
# Fails: no operation was logged more often
Submit-LabAnswer most HardDelete
