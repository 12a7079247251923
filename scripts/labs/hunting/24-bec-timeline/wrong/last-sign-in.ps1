# Task 1
# Fails: there was no sign-in from it before
Submit-LabAnswer ip '{{ip}}'
Submit-LabAnswer since '{{start}} 22:50'
