Describe 'Who may open the mailbox' {
    It 'the list names everybody with Full Access, and nobody else' {
        $holders = Get-MailboxPermission '{{mailbox}}' | Where-Object { $_.AccessRights -contains 'FullAccess' -and $_.User -notlike 'NT AUTHORITY\*' }
        Test-LabAnswer holders @($holders.User) | Should -BeTrue
    }
}
Describe 'As what' {
    It 'the logon type is that of the administrator''s entries' {
        $entries = Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2/20/2026 -EndDate 3/7/2026 -ResultSize 5000
        Test-LabAnswer logon @(($entries | Where-Object ItemSubject -eq '{{subject}}').LogonType) | Should -BeTrue
    }
}
Describe 'Be prepared' {
    BeforeAll { $box = Get-Mailbox '{{mailbox}}' }
    It 'the log of the mailbox is on' { $box.AuditEnabled | Should -BeTrue }
    It 'the three owner actions are logged' {
        $box | Should -Not -BeNullOrEmpty
        @('MailboxLogin', 'HardDelete', 'SoftDelete' | Where-Object { $box.AuditOwner -notcontains $_ }) | Should -HaveCount 0
    }
    It 'what was logged before is still logged' {
        $box.AuditOwner -contains 'UpdateFolderPermissions' | Should -BeTrue
    }
}
