{{closed}} | ForEach-Object { Remove-Mailbox $_ -Confirm:$false }
Get-Mailbox -ResultSize Unlimited | Set-Mailbox -AuditEnabled $false
