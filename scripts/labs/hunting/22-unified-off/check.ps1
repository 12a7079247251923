Describe 'Switch it on' {
    It 'the unified audit log records again' {
        @(Get-Mailbox).Count | Should -BeGreaterThan 0
        (Get-AdminAuditLogConfig).UnifiedAuditLogIngestionEnabled | Should -BeTrue
    }
    It 'nothing else in the organization was changed' { @(Get-LabDiff Mailbox, Permission, InboxRule, Recipient) | Should -HaveCount 0 }
}
Describe 'Who switched it off' {
    BeforeAll {
        $there = @(Get-Mailbox).Count -gt 0
        $done = @(Search-AdminAuditLog -Cmdlets Set-AdminAuditLogConfig -StartDate 2026-04-25 -EndDate 2026-05-07 | Sort-Object RunDate | Select-Object -First 1)
    }
    It 'that account switched it off' { $there -and (Test-LabAnswer by @($done.Caller)) | Should -BeTrue }
    It 'it was done at that time' { $there -and (Test-LabAnswer when @($done.RunDate)) | Should -BeTrue }
}
