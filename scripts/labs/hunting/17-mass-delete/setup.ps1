$null = Add-MailboxPermission '{{mailbox}}' -User '{{insider}}' -AccessRights FullAccess
Add-LabEntry '{{mailbox}}' -Operation SoftDelete -User '{{insider}}' -At '25d 10:05' -Count 12 -Minutes 1500 -Subject 'Newsletter', 'Reminder'
Add-LabEntry '{{mailbox}}' -Operation SoftDelete -User 'Miriam Graham' -At '20d 09:15' -Count 19 -Minutes 35 -Subject 'Newsletter'
Add-LabEntry '{{mailbox}}' -Operation SoftDelete -User '{{insider}}' -At '{{day}} 18:02' -Count 44 -Minutes 1 -Subject 'Offer 2041', 'Complaint', 'Price list', 'Contract'
Add-LabEntry '{{mailbox}}' -Operation HardDelete -User '{{insider}}' -At '{{day}} 18:51' -Count {{purged}} -Minutes 1 -Folder '\Recoverable Items\Deletions' -Subject 'Offer 2041', 'Complaint', 'Price list', 'Contract'
