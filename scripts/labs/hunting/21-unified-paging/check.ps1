BeforeAll { $there = $null -ne (Get-Mailbox '{{mailbox}}' -ErrorAction SilentlyContinue) }
Describe 'Count them all' {
    It 'the number is that of all pages together' { $there -and (Test-LabAnswer total {{many}}) | Should -BeTrue -Because 'a round number is the size of a page' }
}
Describe 'Since when' {
    It 'no record is older' { $there -and (Test-LabAnswer first '{{first}}') | Should -BeTrue }
}
