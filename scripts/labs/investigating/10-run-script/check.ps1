BeforeAll {
    $reports = @(Get-ChildItem *.csv | ForEach-Object { , @(Import-Csv -LiteralPath $_.FullName) })
    $entries = @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2026-03-02 -EndDate 2026-03-16 -ResultSize 5000 | Where-Object Operation -ne FolderBind)
}
Describe 'Make the report' {
    It 'there is a report, as a CSV file in your folder' { $reports | Should -Not -BeNullOrEmpty }
    It 'it covers the two weeks and leaves opened folders out' {
        $entries.Count -gt 0 -and @($reports | Where-Object { @($_).Count -eq $entries.Count -and @($_)[0].Operation }).Count -gt 0 | Should -BeTrue
    }
    It 'the number of rows is that of the two weeks' { Test-LabAnswer rows $entries.Count | Should -BeTrue }
}
Describe 'Read the report' {
    It 'nobody has more entries in the report' {
        Test-LabAnswer user @(($entries | Group-Object LogonUserDisplayName | Sort-Object Count -Descending | Select-Object -First 1).Name) | Should -BeTrue
    }
}
