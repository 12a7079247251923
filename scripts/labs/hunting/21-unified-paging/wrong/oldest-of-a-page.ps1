# Task 2
# Fails: no record is older
$page = Search-UnifiedAuditLog -StartDate 2026-04-20 -EndDate 2026-05-04 -Operations Copy -ResultSize 100
Submit-LabAnswer first ($page | Sort-Object CreationDate | Select-Object -First 1).CreationDate
