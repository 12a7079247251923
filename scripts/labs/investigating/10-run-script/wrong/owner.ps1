# Task 2
# Fails: nobody has more entries in the report
Submit-LabAnswer user '{{mailbox}}'
