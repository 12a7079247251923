# Task 1
Set-Mailbox -Identity '{{mailbox}}' -AuditEnabled $true
# Task 2
Submit-LabAnswer audited (Get-Mailbox -RecipientTypeDetails UserMailbox | Where-Object AuditEnabled).Name
