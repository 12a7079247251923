# Task 1
Submit-LabAnswer account (Get-MailboxAuditBypassAssociation -ResultSize Unlimited | Where-Object AuditBypassEnabled).Name
# Task 2
$done = Search-AdminAuditLog -Cmdlets Set-MailboxAuditBypassAssociation -StartDate 2026-04-01 -EndDate 2026-04-27
Submit-LabAnswer by $done.Caller
Submit-LabAnswer when $done.RunDate
# Task 3
Set-MailboxAuditBypassAssociation '{{account}}' -AuditBypassEnabled $false
