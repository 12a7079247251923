# Task 3
# Fails: the oldest entry comes first
$theirs | Sort-Object LastAccessed -Descending | Select-Object LastAccessed, Operation, ClientIPAddress, FolderPathName | Export-Csv timeline.csv -NoTypeInformation
