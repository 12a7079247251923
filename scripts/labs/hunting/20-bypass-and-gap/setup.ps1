Invoke-LabPast '45d 09:12' { Add-RoleGroupMember 'Records Management' -Member '{{rogue}}' }
Get-MailboxAuditBypassAssociation -ResultSize Unlimited | Where-Object AuditBypassEnabled |
    ForEach-Object { Set-MailboxAuditBypassAssociation $_.Name -AuditBypassEnabled $false }
Connect-ExchangeOnline -UserPrincipalName '{{rogue}}' -ShowBanner:$false
Invoke-LabPast '{{at}}' { Set-MailboxAuditBypassAssociation '{{account}}' -AuditBypassEnabled $true }
Disconnect-ExchangeOnline -Confirm:$false
