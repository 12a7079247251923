# Task 1
$session = [string](New-Guid)
$records = @()
do { $page = @(Search-UnifiedAuditLog -StartDate 2026-04-20 -EndDate 2026-05-04 -Operations Copy -SessionId $session -SessionCommand ReturnLargeSet -ResultSize 5000); $records += $page } while ($page.Count -gt 0)
Submit-LabAnswer total $records.Count
# Task 2
Submit-LabAnswer first ($records | Sort-Object CreationDate | Select-Object -First 1).CreationDate
