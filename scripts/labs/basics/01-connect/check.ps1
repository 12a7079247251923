Describe 'Connect to the organization' {
    It 'a connection was opened' {
        Get-LabHistory Connect-ExchangeOnline, New-PSSession | Should -Not -BeNullOrEmpty
    }
    It 'its commands were brought into this session' {
        Get-LabHistory Connect-ExchangeOnline, Import-PSSession | Should -Not -BeNullOrEmpty
    }
}
Describe 'Count the mailboxes' {
    It 'the number covers mailboxes of every kind' {
        Test-LabAnswer count @(Get-Mailbox -ResultSize Unlimited).Count | Should -BeTrue
    }
}
Describe 'Count the people' {
    It 'the number covers people, and only them' {
        Test-LabAnswer people @(Get-Mailbox -RecipientTypeDetails UserMailbox -ResultSize Unlimited).Count | Should -BeTrue
    }
}
