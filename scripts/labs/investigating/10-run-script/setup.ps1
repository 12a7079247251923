Add-LabEntry '{{mailbox}}' -Operation FolderBind -User '{{clerk}}' -At '14d 08:01' -Count 6 -Minutes 1440 -Folder '\Inbox'
Add-LabEntry '{{mailbox}}' -Operation Update -User '{{clerk}}' -At '12d 09:15' -Count 17 -Minutes 75 -Subject 'Invoice 2041', 'Reminder', 'Quarterly numbers'
Add-LabEntry '{{mailbox}}' -Operation SoftDelete -User '{{clerk}}' -At '2d 18:30' -Count 9 -Minutes 4 -Subject 'Invoice 2041', 'Reminder'
