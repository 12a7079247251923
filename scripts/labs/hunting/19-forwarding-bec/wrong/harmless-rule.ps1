# Task 2
# Fails: the rule of that name sends messages to the outside
Submit-LabAnswer rule Travel
