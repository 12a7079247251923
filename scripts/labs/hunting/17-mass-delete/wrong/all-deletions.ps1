# Task 2
# Fails: the number is that of the purged messages of the burst
Submit-LabAnswer purged $burst.Count
