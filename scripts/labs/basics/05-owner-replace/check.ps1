Describe 'Sign-ins only' {
    BeforeAll { $box = Get-Mailbox '{{mailbox}}' }
    It 'the log of the mailbox is on' { $box.AuditEnabled | Should -BeTrue }
    It 'sign-ins are the only thing that is logged of the owner' {
        @($box.AuditOwner) -join ', ' | Should -Be 'MailboxLogin'
    }
    It 'the lists for delegates and administrators were left as they were' {
        @((Get-LabDiff Mailbox | Where-Object Identity -eq '{{mailbox}}').Properties -match 'AuditDelegate|AuditAdmin') | Should -HaveCount 0
    }
    It 'no other mailbox was changed' { @(Get-LabDiff Mailbox | Where-Object Identity -ne '{{mailbox}}') | Should -HaveCount 0 }
}
Describe 'Switch a log off' {
    It 'the log of the mailbox of {{leaver}} is off' {
        $box = Get-Mailbox '{{leaver}}'
        $box | Should -Not -BeNullOrEmpty
        $box.AuditEnabled | Should -BeFalse
    }
    It 'its lists of actions were left as they were' {
        @((Get-LabDiff Mailbox | Where-Object Identity -eq '{{leaver}}').Properties -match 'AuditOwner|AuditDelegate|AuditAdmin|DefaultAuditSet') | Should -HaveCount 0
    }
}
