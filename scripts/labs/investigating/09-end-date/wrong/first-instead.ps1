# Task 2
# Fails: no message was deleted after it
Submit-LabAnswer subject Lunch
