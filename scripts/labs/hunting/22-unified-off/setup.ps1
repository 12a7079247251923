Invoke-LabPast '45d 09:12' { Add-RoleGroupMember 'Records Management' -Member '{{rogue}}' }
Connect-ExchangeOnline -UserPrincipalName '{{rogue}}' -ShowBanner:$false
Invoke-LabPast '{{at}}' { Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $false }
Disconnect-ExchangeOnline -Confirm:$false
