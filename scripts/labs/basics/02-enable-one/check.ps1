Describe 'Switch the log on' {
    It 'the mailbox of {{mailbox}} is audited' {
        (Get-Mailbox '{{mailbox}}').AuditEnabled | Should -BeTrue
    }
    It 'no other mailbox was changed' {
        @(Get-LabDiff Mailbox | Where-Object Identity -ne '{{mailbox}}') | Should -HaveCount 0 -Because 'only one mailbox may be logged'
    }
}
Describe 'Prove it' {
    It 'the list names every audited user mailbox, and no other' {
        $audited = Get-Mailbox -RecipientTypeDetails UserMailbox -ResultSize Unlimited | Where-Object AuditEnabled
        Test-LabAnswer audited $audited.Name | Should -BeTrue
    }
}
