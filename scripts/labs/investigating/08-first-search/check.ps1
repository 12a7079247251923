BeforeAll {
    $monday = [datetime]'{{monday}}'
    $entries = @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate $monday -EndDate $monday.AddDays(7) -ResultSize 5000)
}
Describe 'All entries of a week' {
    It 'the number covers all seven days and all three logon types' {
        Test-LabAnswer total $entries.Count | Should -BeTrue
    }
}
Describe 'What happened most' {
    It 'no operation was logged more often' {
        Test-LabAnswer most @(($entries | Group-Object Operation | Sort-Object Count -Descending | Select-Object -First 1).Name) | Should -BeTrue
    }
}
Describe 'By others' {
    It 'the number is that of the delegates'' entries in the week' {
        Test-LabAnswer delegates @($entries | Where-Object LogonType -eq Delegate).Count | Should -BeTrue
    }
}
