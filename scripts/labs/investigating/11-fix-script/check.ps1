Describe 'Have the texts filled in' {
    BeforeAll {
        Remove-Item *.csv
        $said = @()
        if (Test-Path Find-MailboxAuditEntry.ps1) {
            $said = @(& ./Find-MailboxAuditEntry.ps1 -Mailbox '{{mailbox}}' -StartDate 2026-03-02 -EndDate 2026-03-16 6>&1 | ForEach-Object { "$_" })
        }
        $files = @(Get-ChildItem *.csv)
        $entries = @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2026-03-02 -EndDate 2026-03-16 -ResultSize 5000)
    }
    It 'the script still says what it does' { $said.Count -ge 4 | Should -BeTrue }
    It 'no message shows the name of a variable instead of its value' {
        @($said | Where-Object { $_ -match '\$' }) | Should -HaveCount 0 -Because 'single quotes keep variables from being filled in'
    }
    It 'a message shows the number of entries found' { $entries.Count -gt 0 -and @($said -match "\b$($entries.Count)\b").Count -gt 0 | Should -BeTrue }
    It 'the report is named by date and time' { @($files | Where-Object Name -match '^AuditReport_\d{6}_\d{6}\.csv$') | Should -HaveCount 1 }
    It 'the script finds what it found before' {
        $entries.Count -gt 0 -and $files.Count -eq 1 -and @(Import-Csv -LiteralPath $files[0].FullName).Count -eq @($entries | Where-Object Operation -ne FolderBind).Count | Should -BeTrue
    }
}
Describe 'Leave a report' {
    It 'a report lies in your folder under its new name' { @(Get-ChildItem *.csv | Where-Object Name -match '^AuditReport_\d{6}_\d{6}\.csv$') | Should -Not -BeNullOrEmpty }
    It 'it covers the two weeks' {
        $expected = @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2026-03-02 -EndDate 2026-03-16 -ResultSize 5000 | Where-Object Operation -ne FolderBind).Count
        $expected -gt 0 -and @(Get-ChildItem AuditReport_*.csv | Where-Object { @(Import-Csv -LiteralPath $_.FullName).Count -eq $expected }).Count -gt 0 | Should -BeTrue
    }
}
