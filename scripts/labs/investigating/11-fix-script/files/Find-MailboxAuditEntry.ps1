# Find-MailboxAuditEntry.ps1: what happened in a mailbox, as a CSV file.
param(
    [Parameter(Mandatory)][string]$Mailbox,
    [Parameter(Mandatory)][datetime]$StartDate,
    [Parameter(Mandatory)][datetime]$EndDate,
    [switch]$IncludeFolderBind
)

Write-Host 'Searching the audit log of $Mailbox'
$entries = @(Search-MailboxAuditLog -Identity $Mailbox -StartDate $StartDate -EndDate $EndDate -LogonTypes Owner, Delegate, Admin -ShowDetails -ResultSize 5000)
Write-Host 'Entries found: $($entries.Count)'

if (-not $IncludeFolderBind) {
    $entries = @($entries | Where-Object Operation -ne FolderBind)
    Write-Host 'Entries left without FolderBind: $($entries.Count)'
}

$stamp = Get-Date -Format yyMMdd_HHmmss
$file = 'AuditReport_$stamp.csv'
$entries |
    Select-Object LastAccessed, Operation, LogonType, LogonUserDisplayName, FolderPathName, DestFolderPathName, ClientIPAddress, ClientInfoString, OperationResult,
        @{ Name = 'Subject'; Expression = { if ($_.ItemSubject) { $_.ItemSubject } else { $_.SourceItemSubjectsList } } } |
    Export-Csv $file -NoTypeInformation -Encoding UTF8
Write-Host 'Report written to $file'
