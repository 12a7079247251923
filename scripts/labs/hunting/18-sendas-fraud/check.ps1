BeforeAll {
    $sent = @(Search-MailboxAuditLog '{{cfo}}' -ShowDetails -StartDate 2026-04-01 -EndDate 2026-04-21 -ResultSize 5000 | Where-Object ItemSubject -eq '{{subject}}')
    $trustees = @(Get-RecipientPermission '{{cfo}}' | Where-Object { $_.AccessRights -contains 'SendAs' -and $_.Trustee -notlike 'NT AUTHORITY*' })
}
Describe 'Who sent it' {
    It 'that is who sent the message' { Test-LabAnswer who @($sent.LogonUserDisplayName) | Should -BeTrue }
    It 'it was sent by that operation' { Test-LabAnswer how @($sent.Operation) | Should -BeTrue }
}
Describe 'Who could have' {
    It 'the list names everybody with the right, and nobody else' { Test-LabAnswer trustees @($trustees.Trustee) | Should -BeTrue }
}
Describe 'Take the right away' {
    It 'the sender has the right no more' {
        Get-Mailbox '{{cfo}}' | Should -Not -BeNullOrEmpty
        @($trustees | Where-Object Trustee -eq (Get-Mailbox '{{fraudster}}').PrimarySmtpAddress) | Should -HaveCount 0
    }
    It 'nobody else lost a right' { @(Get-LabDiff Permission | Where-Object Change -eq Removed).Count -le 1 | Should -BeTrue }
    It 'the deputy can still send on behalf' { @((Get-Mailbox '{{cfo}}').GrantSendOnBehalfTo).Count -gt 0 | Should -BeTrue }
}
