# Task 3
# Fails: the file has all entries from the address, and no others
# Fails: the oldest entry comes first
$entries | Select-Object LastAccessed, Operation, ClientIPAddress, FolderPathName | Export-Csv timeline.csv -NoTypeInformation
