Add-LabEntry '{{mailbox}}' -Operation FolderBind -User 'Greta Olsen' -At '9d 08:01' -Count 5 -Minutes 1440 -Folder '\Inbox'
Add-LabEntry '{{mailbox}}' -Operation Update -User 'Greta Olsen' -At '8d 09:15' -Count 7 -Minutes 45 -Subject 'Invoice 2041', 'Reminder'
