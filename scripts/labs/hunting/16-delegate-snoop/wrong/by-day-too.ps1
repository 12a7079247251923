# Task 3
# Fails: it has the night entries, and no others
$delegates | Select-Object LastAccessed, LogonUserDisplayName, Operation, ClientIPAddress | Export-Csv night.csv -NoTypeInformation
