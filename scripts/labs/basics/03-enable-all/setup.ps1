{{closed}} | ForEach-Object { Remove-Mailbox $_ -IgnoreLegalHold -Confirm:$false }
Get-Mailbox -ResultSize Unlimited | Set-Mailbox -AuditEnabled $false
