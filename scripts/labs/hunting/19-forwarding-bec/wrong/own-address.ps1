# Task 3
# Fails: the rule was made from that address
Submit-LabAnswer ip 10.4.8.22
