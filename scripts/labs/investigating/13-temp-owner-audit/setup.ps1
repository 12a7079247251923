Add-LabEntry '{{mailbox}}' -Operation HardDelete -At '10d 03:12' -Subject '{{subject}}' -Folder '{{folder}}' -Client OWA -ClientIP 198.51.100.77
Set-Mailbox '{{mailbox}}' -AuditEnabled $false -AuditOwner $null
