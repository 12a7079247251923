# Task 1
Get-AdminAuditLogConfig | Select-Object UnifiedAuditLogIngestionEnabled
Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $true
# Task 2
$done = Search-AdminAuditLog -Cmdlets Set-AdminAuditLogConfig -StartDate 2026-04-25 -EndDate 2026-05-07 | Sort-Object RunDate
Submit-LabAnswer by $done[0].Caller
Submit-LabAnswer when $done[0].RunDate
