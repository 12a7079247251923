Get-Mailbox -ResultSize Unlimited | Set-Mailbox -AuditOwner UpdateFolderPermissions
