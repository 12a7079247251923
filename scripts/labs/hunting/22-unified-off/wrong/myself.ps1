# Task 2
# Fails: that account switched it off
# Fails: it was done at that time
$done = Search-AdminAuditLog -Cmdlets Set-AdminAuditLogConfig -StartDate 2026-04-25 -EndDate 2026-05-07 | Sort-Object RunDate
Submit-LabAnswer by $done[-1].Caller
Submit-LabAnswer when $done[-1].RunDate
