BeforeAll {
    $box = Get-Mailbox '{{victim}}' -ErrorAction SilentlyContinue
    $entries = @(Search-MailboxAuditLog '{{victim}}' -ShowDetails -StartDate 2026-05-01 -EndDate 2026-05-12 -ResultSize 5000 -ErrorAction SilentlyContinue | Sort-Object LastAccessed)
    $signIns = @($entries | Where-Object { $_.Operation -eq 'MailboxLogin' -and $_.ClientIPAddress -notlike '10.*' })
    $theirs = @($entries | Where-Object ClientIPAddress -eq '{{ip}}')
    $rules = @(Get-InboxRule -Mailbox '{{victim}}' -ErrorAction SilentlyContinue | Where-Object { "$($_.ForwardTo)" -like '*{{outside}}*' })
}
Describe 'The first sign-in' {
    It 'the sign-ins came from that address' { Test-LabAnswer ip @($signIns.ClientIPAddress | Select-Object -Unique) | Should -BeTrue }
    It 'there was no sign-in from it before' { Test-LabAnswer since @($signIns | Select-Object -First 1 | ForEach-Object LastAccessed) | Should -BeTrue }
}
Describe 'The means' {
    It 'the rule of that name sends messages to the outside' { Test-LabAnswer rule @($rules.Name) | Should -BeTrue }
    It 'the message of that subject was sent from the address' { Test-LabAnswer fraud @(($theirs | Where-Object Operation -eq Send).ItemSubject) | Should -BeTrue }
}
Describe 'The timeline' {
    BeforeAll { $rows = @(if (Test-Path timeline.csv) { Import-Csv timeline.csv }) }
    It 'the file has all entries from the address, and no others' { $theirs.Count -gt 0 -and $rows.Count -eq $theirs.Count | Should -BeTrue }
    It 'the oldest entry comes first' { $theirs.Count -gt 0 -and @($rows.Operation) -join ' ' -eq (@($theirs.Operation) -join ' ') | Should -BeTrue }
    It 'it has the four columns' {
        $columns = @($rows | Select-Object -First 1 | ForEach-Object { $_.PSObject.Properties.Name })
        @('LastAccessed', 'Operation', 'ClientIPAddress', 'FolderPathName' | Where-Object { $columns -notcontains $_ }) | Should -HaveCount 0
    }
}
Describe 'Clean up, keep the evidence' {
    It 'the rule is still there, as evidence' { $rules | Should -HaveCount 1 }
    It 'the rule is disabled' { @($rules | Where-Object Enabled) | Should -HaveCount 0 }
    It 'nothing is forwarded any more' {
        $box | Should -Not -BeNullOrEmpty
        "$($box.ForwardingSmtpAddress)" | Should -BeNullOrEmpty
    }
    It 'the log keeps its entries for a year' { "$($box.AuditLogAgeLimit)" | Should -Be '365.00:00:00' }
}
