# Task 2
# Fails: that account switched it on
$done = Search-AdminAuditLog -Cmdlets Set-MailboxAuditBypassAssociation -StartDate 2026-04-01 -EndDate 2026-04-27
Submit-LabAnswer by admin@contoso.onmicrosoft.com
Submit-LabAnswer when $done.RunDate
