# Task 1
# Fails: the number is that of all pages together
Submit-LabAnswer total @(Search-UnifiedAuditLog -StartDate 2026-04-20 -EndDate 2026-05-04 -Operations Copy).Count
