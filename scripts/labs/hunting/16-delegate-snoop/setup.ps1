$null = Add-MailboxPermission '{{boss}}' -User '{{assistant}}' -AccessRights FullAccess
$null = Add-MailboxPermission '{{boss}}' -User '{{snoop}}' -AccessRights FullAccess
Add-LabEntry '{{boss}}' -Operation MailItemsAccessed -User '{{assistant}}' -At '24d 08:40' -Count 20 -Minutes 1440 -ClientIP 10.6.12.22
Add-LabEntry '{{boss}}' -Operation MailItemsAccessed -User '{{snoop}}' -At '12d 23:11' -Count {{nights}} -Minutes 1440 -Client OWA -ClientIP '{{ip}}'
Add-LabEntry '{{boss}}' -Operation MailItemsAccessed -User '{{snoop}}' -At '12d 23:34' -Count 3 -Minutes 1440 -Client OWA -ClientIP '{{ip}}'
