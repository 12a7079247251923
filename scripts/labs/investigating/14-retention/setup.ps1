Add-LabEntry '{{mailbox}}' -Operation SoftDelete -At '70d 10:10' -Count {{old}} -Minutes 3 -Subject 'Newsletter'
Add-LabEntry '{{mailbox}}' -Operation SoftDelete -At '4d 16:00' -Count 3 -Minutes 3 -Subject 'Newsletter'
