# Task 3
# Fails: it has the four columns
$night | Select-Object LastAccessed, LogonUserDisplayName | Export-Csv night.csv -NoTypeInformation
