# Task 1
# Fails: the script still says what it does
# Fails: a message shows the number of entries found
(Get-Content Find-MailboxAuditEntry.ps1) -replace "'(AuditReport_.*)'", '"$1"' -notmatch 'Write-Host' | Set-Content Find-MailboxAuditEntry.ps1
