# Task 2
# Fails: the number is that of the days, not of the entries
Submit-LabAnswer nights $night.Count
