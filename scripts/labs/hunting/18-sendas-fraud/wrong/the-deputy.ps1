# Task 1
# Fails: that is who sent the message
# Fails: it was sent by that operation
Submit-LabAnswer who '{{deputy}}'
Submit-LabAnswer how SendOnBehalf
