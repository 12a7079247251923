# Task 1
$sent = Search-MailboxAuditLog '{{cfo}}' -ShowDetails -StartDate 2026-04-01 -EndDate 2026-04-21 -ResultSize 5000 | Where-Object ItemSubject -eq '{{subject}}'
Submit-LabAnswer who $sent.LogonUserDisplayName
Submit-LabAnswer how $sent.Operation
# Task 2
$trustees = Get-RecipientPermission '{{cfo}}' | Where-Object { $_.AccessRights -contains 'SendAs' -and $_.Trustee -notlike 'NT AUTHORITY*' }
Submit-LabAnswer trustees $trustees.Trustee
# Task 3
Remove-RecipientPermission '{{cfo}}' -Trustee '{{fraudster}}' -AccessRights SendAs -Confirm:$false
