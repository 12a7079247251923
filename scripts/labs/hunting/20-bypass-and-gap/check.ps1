BeforeAll {
    $bypassed = @(Get-MailboxAuditBypassAssociation -ResultSize Unlimited | Where-Object AuditBypassEnabled)
}
Describe 'Whom the log does not see' {
    It 'that user''s actions are not logged' { Test-LabAnswer account @($bypassed.Name) | Should -BeTrue }
}
Describe 'Who did it, and when' {
    BeforeAll {
        $done = @(Search-AdminAuditLog -Cmdlets Set-MailboxAuditBypassAssociation -StartDate 2026-04-01 -EndDate 2026-04-27 | Where-Object RunDate -lt ([datetime]'2026-04-27'))
        $known = @(Get-Mailbox -ResultSize Unlimited).Count -gt 0
    }
    It 'that account switched it on' { $known -and (Test-LabAnswer by @($done.Caller)) | Should -BeTrue }
    It 'it was done at that time' { $known -and (Test-LabAnswer when @($done.RunDate)) | Should -BeTrue }
}
Describe 'See again' {
    It 'nobody''s actions are kept out of the logs' {
        Get-Mailbox '{{account}}' | Should -Not -BeNullOrEmpty
        $bypassed | Should -HaveCount 0
    }
    It 'the user''s mailbox is still there, and audited' { (Get-Mailbox '{{account}}').AuditEnabled | Should -BeTrue }
}
