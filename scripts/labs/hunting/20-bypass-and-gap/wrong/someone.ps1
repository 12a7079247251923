# Task 1
# Fails: that user's actions are not logged
Submit-LabAnswer account 'Pilar Pinilla'
