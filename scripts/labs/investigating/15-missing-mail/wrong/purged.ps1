# Task 2
# Fails: that is how the message left Deleted Items
Submit-LabAnswer operation HardDelete
Submit-LabAnswer ip '{{ip}}'
