# Task 3
# Fails: the message of that subject was sent from the address
Submit-LabAnswer sent 'Urgent payment'
