Describe 'Add sign-ins and deletions for one owner' {
    BeforeAll { $owner = @((Get-Mailbox '{{mailbox}}').AuditOwner) }
    It 'the owner''s sign-ins are logged' { $owner -contains 'MailboxLogin' | Should -BeTrue }
    It 'messages that the owner purges are logged' { $owner -contains 'HardDelete' | Should -BeTrue }
    It 'what was logged before is still logged' {
        $owner -contains 'UpdateFolderPermissions' | Should -BeTrue -Because 'a list that is overwritten loses its old entries'
    }
    It 'no other mailbox was changed' { @(Get-LabDiff Mailbox | Where-Object Identity -ne '{{mailbox}}') | Should -HaveCount 0 }
}
Describe 'Add them for everybody' {
    BeforeAll { $people = @(Get-Mailbox -RecipientTypeDetails UserMailbox -ResultSize Unlimited) }
    It 'every user mailbox logs the three actions of its owner' {
        $people.Count | Should -BeGreaterThan 0
        @($people | Where-Object { $box = $_; 'MailboxLogin', 'HardDelete', 'SoftDelete' | Where-Object { $box.AuditOwner -notcontains $_ } }).Name | Should -BeNullOrEmpty
    }
    It 'none of them lost what was logged before' {
        $people.Count | Should -BeGreaterThan 0
        @($people | Where-Object { $_.AuditOwner -notcontains 'UpdateFolderPermissions' }).Name | Should -BeNullOrEmpty
    }
    It 'other kinds of mailboxes were left alone' {
        @(Get-LabDiff Mailbox | Where-Object { $_.Change -eq 'Changed' -and $_.Identity -notin $people.Name }) | Should -HaveCount 0
    }
}
