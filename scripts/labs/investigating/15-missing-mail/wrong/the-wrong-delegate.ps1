# Task 1
# Fails: that is who moved the message
# Fails: the message lay in that folder before
# Fails: it was moved at that time
# The answer to the message was deleted, too, by somebody else.
Submit-LabAnswer who 'Adele Vance'
Submit-LabAnswer folder '\Inbox'
Submit-LabAnswer when '2026-03-18 15:03'
