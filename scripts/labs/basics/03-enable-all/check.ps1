Describe 'Switch the log on for all people' {
    It 'every user mailbox is audited' {
        $people = @(Get-Mailbox -RecipientTypeDetails UserMailbox -ResultSize Unlimited)
        $people.Count | Should -BeGreaterThan 0
        @($people | Where-Object { -not $_.AuditEnabled }).Name | Should -BeNullOrEmpty
    }
    It 'shared mailboxes, rooms and equipment were left alone' {
        @(Get-Mailbox -ResultSize Unlimited | Where-Object { $_.RecipientTypeDetails -ne 'UserMailbox' -and $_.AuditEnabled }).Name | Should -BeNullOrEmpty
    }
}
Describe 'Count them' {
    It 'the number is that of the audited user mailboxes' {
        Test-LabAnswer audited @(Get-Mailbox -RecipientTypeDetails UserMailbox -ResultSize Unlimited | Where-Object AuditEnabled).Count | Should -BeTrue
    }
}
