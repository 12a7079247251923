Describe 'Switch logging off' {
    It 'the mailbox {{mailbox}} is not audited' {
        (Get-Mailbox '{{mailbox}}').AuditEnabled | Should -BeFalse
    }
    It 'no other mailbox was changed' {
        @(Get-LabDiff Mailbox | Where-Object Identity -ne '{{mailbox}}') | Should -HaveCount 0
    }
    It 'the mailbox is still there' {
        Get-Mailbox '{{mailbox}}' | Should -Not -BeNullOrEmpty
    }
}
