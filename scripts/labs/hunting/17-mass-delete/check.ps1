BeforeAll {
    $deletions = @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2026-03-16 -EndDate 2026-04-16 -ResultSize 5000 | Where-Object Operation -in SoftDelete, HardDelete)
    $burst = $deletions | Group-Object { $_.LogonUserDisplayName + ' ' + $_.LastAccessed.ToString('yyyy-MM-dd') } | Sort-Object Count -Descending | Select-Object -First 1
}
Describe 'Rank by user and day' {
    It 'nobody deleted more on a single day' { Test-LabAnswer who @($burst.Group.LogonUserDisplayName | Select-Object -First 1) | Should -BeTrue }
    It 'it was on that day' { Test-LabAnswer day @($burst.Group | Select-Object -First 1 | ForEach-Object { $_.LastAccessed.ToString('yyyy-MM-dd') }) | Should -BeTrue }
}
Describe 'What cannot be brought back' {
    It 'the number is that of the purged messages of the burst' {
        $null -ne $burst -and (Test-LabAnswer purged @($burst.Group | Where-Object Operation -eq HardDelete).Count) | Should -BeTrue
    }
}
Describe 'Keep the evidence' {
    It 'the log of the mailbox keeps its entries for a year' { "$((Get-Mailbox '{{mailbox}}').AuditLogAgeLimit)" | Should -Be '365.00:00:00' }
    It 'no other mailbox was changed' { @(Get-LabDiff Mailbox | Where-Object Identity -ne '{{mailbox}}') | Should -HaveCount 0 }
}
