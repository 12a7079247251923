# Task 1
# Fails: the sign-ins came from that address
# Fails: there was no sign-in from it before
Submit-LabAnswer ip 10.7.13.21
Submit-LabAnswer since '2026-05-01 08:02'
