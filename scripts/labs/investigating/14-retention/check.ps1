BeforeAll {
    $box = Get-Mailbox '{{mailbox}}'
    $deletions = @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -LogonTypes Owner -StartDate 2025-12-20 -EndDate 2026-03-21 -ResultSize 5000 | Where-Object Operation -eq SoftDelete)
}
Describe 'Stop logging deletions' {
    It 'the action is not logged any more' {
        $box | Should -Not -BeNullOrEmpty
        $box.AuditOwner -contains 'SoftDelete' | Should -BeFalse
    }
    It 'all other owner actions are still logged' {
        @('Update', 'MoveToDeletedItems', 'HardDelete', 'UpdateFolderPermissions', 'UpdateInboxRules' | Where-Object { $box.AuditOwner -notcontains $_ }) | Should -HaveCount 0
    }
}
Describe 'What is still there' {
    It 'the number is that of a search over all 90 days' {
        $deletions.Count -gt 0 -and (Test-LabAnswer still $deletions.Count) | Should -BeTrue
    }
}
Describe 'Shorten the memory' {
    It 'entries are kept for 30 days' { "$($box.AuditLogAgeLimit)" | Should -Be '30.00:00:00' }
    It 'the number is that of the same search after the change' {
        $deletions.Count -gt 0 -and (Test-LabAnswer left $deletions.Count) | Should -BeTrue
    }
}
