# Task 1
Get-Mailbox -RecipientTypeDetails UserMailbox -ResultSize Unlimited | Set-Mailbox -AuditEnabled $true
# Task 2
Submit-LabAnswer audited @(Get-Mailbox -RecipientTypeDetails UserMailbox -ResultSize Unlimited | Where-Object AuditEnabled).Count
