BeforeAll {
    $forwarding = @(Get-Mailbox -ResultSize Unlimited | Where-Object ForwardingSmtpAddress)
    $rules = @(Get-InboxRule -Mailbox '{{victim}}' -ErrorAction SilentlyContinue)
}
Describe 'The mailbox that forwards' {
    It 'that mailbox forwards everything' { Test-LabAnswer forwarded @($forwarding.Name) | Should -BeTrue }
}
Describe 'The rule' {
    It 'the rule of that name sends messages to the outside' {
        Test-LabAnswer rule @(($rules | Where-Object { "$($_.ForwardTo)" -like '*{{outside}}*' }).Name) | Should -BeTrue
    }
}
Describe 'Where it came from' {
    It 'the rule was made from that address' {
        $made = Search-MailboxAuditLog '{{victim}}' -ShowDetails -StartDate 2026-04-01 -EndDate 2026-04-23 -ResultSize 5000 | Where-Object { $_.Operation -eq 'UpdateInboxRules' -and $_.OperationProperties -like '*{{outside}}*' }
        Test-LabAnswer ip @($made.ClientIPAddress) | Should -BeTrue
    }
}
Describe 'Close both ways' {
    It 'no mailbox forwards to the outside' {
        Get-Mailbox '{{second}}' | Should -Not -BeNullOrEmpty
        $forwarding | Should -HaveCount 0
    }
    It 'the rule is still there' { @($rules | Where-Object Name -eq '{{rule}}') | Should -HaveCount 1 -Because 'it is evidence' }
    It 'the rule is disabled' { @($rules | Where-Object { $_.Name -eq '{{rule}}' -and $_.Enabled }) | Should -HaveCount 0 }
    It 'no other rule was changed' { @(Get-LabDiff InboxRule | Where-Object Identity -ne '{{victim}} {{rule}}') | Should -HaveCount 0 }
}
