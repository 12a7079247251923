# Task 1
# Fails: nothing else in the organization was changed
Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $true
Set-Mailbox 'Pilar Pinilla' -AuditLogAgeLimit 365.00:00:00
