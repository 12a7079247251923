Set-Mailbox '{{mailbox}}' -AuditEnabled $false -AuditOwner UpdateFolderPermissions
