# Task 2
# Fails: the number is that of the days with an entry for the folder
Submit-LabAnswer days @(Search-MailboxAuditLog '{{mailbox}}' -ShowDetails -StartDate 2026-03-04 -EndDate 2026-03-18 | Where-Object { $_.Operation -eq 'FolderBind' -and $_.LogonUserDisplayName -eq '{{delegate}}' }).Count
