Describe 'The whole list of one owner' {
    It 'the list names every logged owner action, and no other' {
        Test-LabAnswer owner @((Get-Mailbox '{{mailbox}}').AuditOwner) | Should -BeTrue
    }
}
Describe 'Find the difference' {
    It 'the action is logged for delegates of this mailbox only' {
        Test-LabAnswer extra @((Get-Mailbox '{{mailbox}}').AuditDelegate | Where-Object { (Get-Mailbox '{{other}}').AuditDelegate -notcontains $_ }) | Should -BeTrue
    }
}
Describe 'Back to the default' {
    BeforeAll { $box = Get-Mailbox '{{mailbox}}' }
    It 'the service maintains the delegate list again' {
        $box.DefaultAuditSet -contains 'Delegate' | Should -BeTrue -Because 'a list that is changed by hand gets no new actions'
    }
    It 'the owner list was left as it was' {
        $box | Should -Not -BeNullOrEmpty
        $box.DefaultAuditSet -contains 'Owner' | Should -BeFalse
    }
}
