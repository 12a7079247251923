# Task 2
# Fails: the list names everybody with the right, and nobody else
Submit-LabAnswer trustees (Get-Mailbox '{{fraudster}}').PrimarySmtpAddress
