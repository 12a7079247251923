$null = Add-MailboxPermission '{{mailbox}}' -User '{{culprit}}' -AccessRights FullAccess
$null = Add-MailboxPermission '{{mailbox}}' -User 'Adele Vance' -AccessRights FullAccess
Add-LabEntry '{{mailbox}}' -Operation Update -User 'Adele Vance' -At '6d 09:30' -Count 3 -Minutes 12 -Subject 'Agenda', '{{subject}}', 'Travel plans'
Add-LabEntry '{{mailbox}}' -Operation MoveToDeletedItems -User 'Adele Vance' -At '5d 15:02' -Count 2 -Minutes 1 -Subject 'Newsletter', 'RE: {{subject}}'
Add-LabEntry '{{mailbox}}' -Operation MoveToDeletedItems -User '{{culprit}}' -At '4d 21:47' -Subject '{{subject}}' -Folder '{{folder}}' -Client OWA -ClientIP '{{ip}}'
Add-LabEntry '{{mailbox}}' -Operation SoftDelete -User '{{culprit}}' -At '4d 21:52' -Subject '{{subject}}' -Folder '\Deleted Items' -Client OWA -ClientIP '{{ip}}'
