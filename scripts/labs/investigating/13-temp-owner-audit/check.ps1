BeforeAll { $box = Get-Mailbox '{{mailbox}}' }
Describe 'Switch it on' {
    It 'the log of the mailbox is on' { $box.AuditEnabled | Should -BeTrue }
    It 'all six owner actions are logged' {
        $box | Should -Not -BeNullOrEmpty
        @('Create', 'HardDelete', 'Move', 'MoveToDeletedItems', 'SoftDelete', 'Update' | Where-Object { $box.AuditOwner -notcontains $_ }) | Should -HaveCount 0
    }
}
Describe 'Read what was caught' {
    It 'the message was purged from that folder' {
        $purged = Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -LogonTypes Owner -StartDate 2026-03-01 -EndDate 2026-03-16 -ResultSize 5000 |
            Where-Object { $_.Operation -eq 'HardDelete' -and $_.SourceItemSubjectsList -eq '{{subject}}' }
        Test-LabAnswer folder @($purged.FolderPathName) | Should -BeTrue
    }
}
Describe 'Switch it off again' {
    It 'nothing is logged of the owner' {
        $box | Should -Not -BeNullOrEmpty
        @($box.AuditOwner) | Should -HaveCount 0
    }
    It 'the log itself is still on' { $box.AuditEnabled | Should -BeTrue }
    It 'delegates and administrators are logged as before' {
        @((Get-LabDiff Mailbox | Where-Object Identity -eq '{{mailbox}}').Properties -match 'AuditDelegate|AuditAdmin') | Should -HaveCount 0
    }
}
