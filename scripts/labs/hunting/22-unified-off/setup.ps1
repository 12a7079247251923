Connect-ExchangeOnline -UserPrincipalName '{{rogue}}' -ShowBanner:$false
Invoke-LabPast '{{at}}' { Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $false }
Disconnect-ExchangeOnline -Confirm:$false
