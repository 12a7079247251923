# Task 1
# Fails: the list names everybody with Full Access, and nobody else
Submit-LabAnswer holders (Get-Mailbox '{{deputy}}').PrimarySmtpAddress
