$null = Add-MailboxPermission '{{mailbox}}' -User '{{delegate}}' -AccessRights FullAccess
Add-LabEntry '{{mailbox}}' -Operation FolderBind -User '{{delegate}}' -At '13d 08:03' -Count {{days}} -Minutes 1443 -Folder '\Inbox'
Add-LabEntry '{{mailbox}}' -Operation FolderBind -User '{{delegate}}' -At '6d 17:20' -Folder '\Calendar'
Add-LabEntry '{{mailbox}}' -Operation FolderBind -User admin -LogonType Admin -At '6d 10:00' -Count 7 -Minutes 6 -Folder '\Sent Items'
Add-LabEntry '{{mailbox}}' -Operation Update -User '{{delegate}}' -At '5d 11:40' -Count 5 -Minutes 9 -Subject 'Travel plans'
