BeforeAll {
    $records = @(Search-UnifiedAuditLog -IPAddresses '{{ip}}' -StartDate 2026-04-20 -EndDate 2026-05-09 -ResultSize 5000 | Sort-Object CreationDate)
    $data = @($records | ForEach-Object { $_.AuditData | ConvertFrom-Json })
    $names = @($data | ForEach-Object { (Get-Mailbox $_.MailboxOwnerUPN -ErrorAction SilentlyContinue).Name })
}
Describe 'Find all mailboxes' {
    It 'the list names every mailbox that was opened from the address' { Test-LabAnswer mailboxes @($names | Where-Object { $_ } | Select-Object -Unique) | Should -BeTrue }
}
Describe 'Patient zero' {
    It 'no other mailbox was opened before' { Test-LabAnswer first @($names | Where-Object { $_ } | Select-Object -First 1) | Should -BeTrue }
}
Describe 'What was done' {
    It 'the message of that subject was sent from the address' {
        @($names | Where-Object { $_ }).Count -gt 0 -and (Test-LabAnswer sent @(($data | Where-Object Operation -eq Send).Item.Subject)) | Should -BeTrue
    }
}
