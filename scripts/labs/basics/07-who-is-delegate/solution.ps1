# Task 1
$holders = Get-MailboxPermission '{{mailbox}}' | Where-Object { $_.AccessRights -contains 'FullAccess' -and $_.User -notlike 'NT AUTHORITY*' }
Submit-LabAnswer holders $holders.User
# Task 2
$entries = Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2/20/2026 -EndDate 3/7/2026 | Where-Object ItemSubject -eq '{{subject}}'
Submit-LabAnswer logon $entries[0].LogonType
# Task 3
Set-Mailbox '{{mailbox}}' -AuditEnabled $true -AuditOwner @{ Add = 'MailboxLogin', 'HardDelete', 'SoftDelete' }
