$null = Add-RecipientPermission '{{cfo}}' -Trustee '{{fraudster}}' -AccessRights SendAs -Confirm:$false
$null = Add-RecipientPermission '{{cfo}}' -Trustee 'Lidia Holloway' -AccessRights SendAs -Confirm:$false
Set-Mailbox '{{cfo}}' -GrantSendOnBehalfTo @{ Add = '{{deputy}}' }
Add-LabEntry '{{cfo}}' -Operation SendOnBehalf -User '{{deputy}}' -At '9d 10:12' -Count 8 -Minutes 1440 -Folder '\Sent Items' -Subject 'Travel plans', 'Re: Budget', 'Agenda'
Add-LabEntry '{{cfo}}' -Operation SendAs -User 'Lidia Holloway' -At '6d 16:30' -Folder '\Sent Items' -Subject 'Newsletter to investors'
Add-LabEntry '{{cfo}}' -Operation SendAs -User '{{fraudster}}' -At '4d 12:44' -Folder '\Sent Items' -Subject '{{subject}}' -Client OWA -ClientIP 198.51.100.9
