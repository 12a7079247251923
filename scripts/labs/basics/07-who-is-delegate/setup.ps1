$null = Add-MailboxPermission '{{mailbox}}' -User '{{deputy}}' -AccessRights FullAccess
$null = Add-MailboxPermission '{{mailbox}}' -User admin -AccessRights FullAccess
Add-LabEntry '{{mailbox}}' -Operation MailItemsAccessed -User admin -LogonType Delegate -At '2d 16:42' -Client OWA -ClientIP 203.0.113.10
Add-LabEntry '{{mailbox}}' -Operation Update -User admin -LogonType Delegate -At '2d 16:43' -Client OWA -ClientIP 203.0.113.10 -Subject '{{subject}}'
Set-Mailbox '{{mailbox}}' -AuditEnabled $false -AuditOwner UpdateFolderPermissions
