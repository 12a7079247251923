# Task 1
# Fails: nobody deleted more on a single day
# Fails: it was on that day
Submit-LabAnswer who 'Miriam Graham'
Submit-LabAnswer day '2026-03-26'
