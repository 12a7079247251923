# Task 2
# Fails: the number is that of a search over all 90 days
Submit-LabAnswer still 0
