<#
.SYNOPSIS
    Reports who did what in a mailbox, from its audit log.
.DESCRIPTION
    Searches the mailbox audit log between two dates, leaves folder visits out
    unless they are asked for, prints a summary by person and operation, and
    writes every entry to a CSV file.
.PARAMETER Mailbox
    The mailbox: display name, alias or address.
.PARAMETER StartDate
    The first moment of the report. Default: 30 days before the end.
.PARAMETER EndDate
    The last moment of the report. Default: now.
.PARAMETER OutFile
    The CSV file to write.
.PARAMETER IncludeFolderBind
    Keeps the entries about opened folders.
.EXAMPLE
    ./Get-MailboxAuditReport.ps1 -Mailbox Sales -OutFile sales.csv
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, HelpMessage = 'Display name, alias or address of a mailbox')]
    [string] $Mailbox,
    [datetime] $EndDate = (Get-Date),
    [datetime] $StartDate = $EndDate.AddDays(-30),
    [string] $OutFile = 'mailbox-audit.csv',
    [switch] $IncludeFolderBind
)

$entries = @(Search-MailboxAuditLog -Identity $Mailbox -StartDate $StartDate -EndDate $EndDate `
        -LogonTypes Owner, Delegate, Admin -ShowDetails -ResultSize 50000)
if (-not $IncludeFolderBind) {
    $entries = @($entries | Where-Object { $_.Operation -ne 'FolderBind' })
}
Write-Host ('{0}: {1} entries from {2:d} to {3:d}' -f $Mailbox, $entries.Count, $StartDate, $EndDate)
if ($entries.Count -eq 0) {
    return
}

$entries |
    Group-Object LogonUserDisplayName, LogonType, Operation |
    Sort-Object Count -Descending |
    Select-Object Count,
        @{ Name = 'Person'; Expression = { $_.Values[0] } },
        @{ Name = 'As'; Expression = { $_.Values[1] } },
        @{ Name = 'Operation'; Expression = { $_.Values[2] } } -First 15 |
    Format-Table -AutoSize

$entries |
    Select-Object LastAccessed, LogonUserDisplayName, LogonType, Operation, OperationResult, FolderPathName,
        @{ Name = 'Subject'; Expression = { if ($_.SourceItems.Count) { $_.SourceItems[0].SourceItemSubject.Trim() } else { $_.ItemSubject } } },
        ClientIPAddress, ClientInfoString |
    Export-Csv $OutFile -NoTypeInformation -Encoding UTF8
Write-Host "Written to $OutFile"
