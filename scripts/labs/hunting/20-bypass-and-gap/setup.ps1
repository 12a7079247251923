Connect-ExchangeOnline -UserPrincipalName '{{rogue}}' -ShowBanner:$false
Invoke-LabPast '{{at}}' { Set-MailboxAuditBypassAssociation '{{account}}' -AuditBypassEnabled $true }
Disconnect-ExchangeOnline -Confirm:$false
