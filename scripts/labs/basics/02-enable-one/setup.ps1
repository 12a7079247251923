Get-Mailbox -RecipientTypeDetails UserMailbox -ResultSize Unlimited | Where-Object Name -ne '{{already}}' | Set-Mailbox -AuditEnabled $false
