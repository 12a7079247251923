# Task 2
# Fails: the message was purged from that folder
Submit-LabAnswer folder '\Inbox'
