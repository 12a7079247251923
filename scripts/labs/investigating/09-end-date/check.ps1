BeforeAll {
    $today = (Get-Date).Date
    $entries = @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate $today -EndDate $today.AddDays(1) -ResultSize 5000)
}
Describe 'Search today' {
    It 'the number is that of today''s entries' { Test-LabAnswer today $entries.Count | Should -BeTrue }
}
Describe 'The last message' {
    It 'no message was deleted after it' {
        $last = $entries | Where-Object Operation -eq SoftDelete | Sort-Object LastAccessed | Select-Object -Last 1
        Test-LabAnswer subject @($last.SourceItemSubjectsList) | Should -BeTrue
    }
}
