# Task 1
# Fails: that mailbox forwards everything
Submit-LabAnswer forwarded '{{victim}}'
