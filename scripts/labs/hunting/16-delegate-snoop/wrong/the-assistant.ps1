# Task 1
# Fails: that is who reads at night
# Fails: it is done from that address
Submit-LabAnswer who '{{assistant}}'
Submit-LabAnswer ip 10.6.12.22
