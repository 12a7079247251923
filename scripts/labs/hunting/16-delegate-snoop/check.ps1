BeforeAll {
    $night = @(Search-MailboxAuditLog '{{boss}}' -ShowDetails -LogonTypes Delegate -StartDate 2026-03-16 -EndDate 2026-04-14 -ResultSize 5000 |
        Where-Object { $_.Operation -eq 'MailItemsAccessed' -and ($_.LastAccessed.Hour -ge 22 -or $_.LastAccessed.Hour -lt 5) })
}
Describe 'Who reads at night' {
    It 'that is who reads at night' { Test-LabAnswer who @($night.LogonUserDisplayName | Select-Object -Unique) | Should -BeTrue }
    It 'it is done from that address' { Test-LabAnswer ip @($night.ClientIPAddress | Select-Object -Unique) | Should -BeTrue }
}
Describe 'How often' {
    It 'the number is that of the days, not of the entries' {
        $night.Count -gt 0 -and (Test-LabAnswer nights @($night | Group-Object { $_.LastAccessed.Date }).Count) | Should -BeTrue
    }
}
Describe 'The file for the personnel department' {
    BeforeAll { $rows = @(if (Test-Path night.csv) { Import-Csv night.csv }) }
    It 'the file lies in your folder' { Test-Path night.csv | Should -BeTrue }
    It 'it has the night entries, and no others' { $night.Count -gt 0 -and $rows.Count -eq $night.Count | Should -BeTrue }
    It 'it has the four columns' {
        $columns = @($rows | Select-Object -First 1 | ForEach-Object { $_.PSObject.Properties.Name })
        @('LastAccessed', 'LogonUserDisplayName', 'Operation', 'ClientIPAddress' | Where-Object { $columns -notcontains $_ }) | Should -HaveCount 0
    }
}
Describe 'Close the door' {
    BeforeAll { $users = @(Get-MailboxPermission '{{boss}}' | Where-Object AccessRights -contains FullAccess).User }
    It 'the night reader has no Full Access any more' {
        Get-Mailbox '{{boss}}' | Should -Not -BeNullOrEmpty
        $users -contains (Get-Mailbox '{{snoop}}').PrimarySmtpAddress | Should -BeFalse
    }
    It 'the assistant still has it' { $users -contains (Get-Mailbox '{{assistant}}').PrimarySmtpAddress | Should -BeTrue }
}
