BeforeAll { $entries = @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2026-03-04 -EndDate 2026-03-18 -ResultSize 5000) }
Describe 'Without the noise' {
    It 'the number leaves out opened folders, and nothing else' {
        $entries.Count -gt 0 -and (Test-LabAnswer real @($entries | Where-Object Operation -ne FolderBind).Count) | Should -BeTrue
    }
}
Describe 'The noise as evidence' {
    It 'the number is that of the days with an entry for the folder' {
        Test-LabAnswer days @($entries | Where-Object { $_.Operation -eq 'FolderBind' -and $_.LogonUserDisplayName -eq '{{delegate}}' -and $_.FolderPathName -eq '\Inbox' }).Count | Should -BeTrue
    }
}
Describe 'Who is logged each time' {
    It 'the logon type has the same folder more than once within the day' {
        $often = $entries | Where-Object { $_.Operation -eq 'FolderBind' -and $_.LastAccessed.Day -eq 12 } | Group-Object LogonType, FolderPathName | Sort-Object Count -Descending
        Test-LabAnswer each @($often | Select-Object -First 1 | ForEach-Object { $_.Group[0].LogonType }) | Should -BeTrue
    }
}
