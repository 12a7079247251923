BeforeAll {
    $entries = @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2026-03-16 -EndDate 2026-03-24 -ResultSize 5000 |
        Where-Object SourceItemSubjectsList -eq '{{subject}}' | Sort-Object LastAccessed)
}
Describe 'The first step' {
    BeforeAll { $moved = @($entries | Where-Object Operation -eq MoveToDeletedItems) }
    It 'that is who moved the message' { Test-LabAnswer who @($moved.LogonUserDisplayName) | Should -BeTrue }
    It 'the message lay in that folder before' { Test-LabAnswer folder @($moved.FolderPathName) | Should -BeTrue }
    It 'it was moved at that time' { Test-LabAnswer when @($moved.LastAccessed) | Should -BeTrue }
}
Describe 'The second step' {
    BeforeAll { $last = @($entries | Select-Object -Last 1) }
    It 'that is how the message left Deleted Items' { Test-LabAnswer operation @($last.Operation) | Should -BeTrue }
    It 'it was done from that address' { Test-LabAnswer ip @($last.ClientIPAddress) | Should -BeTrue }
}
Describe 'Close the door' {
    It 'whoever did it has no Full Access any more' {
        Get-Mailbox '{{mailbox}}' | Should -Not -BeNullOrEmpty
        @(Get-MailboxPermission '{{mailbox}}' | Where-Object User -eq (Get-Mailbox '{{culprit}}').PrimarySmtpAddress) | Should -HaveCount 0
    }
    It 'nobody else lost a right' { @(Get-LabDiff Permission | Where-Object Change -eq Removed).Count -le 1 | Should -BeTrue }
}
