# Task 1
# Fails: no message shows the name of a variable instead of its value
# Fails: the report is named by date and time
(Get-Content Find-MailboxAuditEntry.ps1) -replace "'(Searching .*|Entries .*|Report written .*)'", '"$1"' | Set-Content Find-MailboxAuditEntry.ps1
