Add-LabEntry '{{mailbox}}' -Operation MailItemsAccessed -User 'Lee Gu' -At '0d 09:12' -Count {{visits}} -Minutes 11 -Client OWA -ClientIP 198.51.100.23
Add-LabEntry '{{mailbox}}' -Operation SoftDelete -User 'Lee Gu' -At '0d 13:40' -Count 3 -Minutes 20 -Client OWA -ClientIP 198.51.100.23 -Subject 'Lunch', 'Shift plan', '{{subject}}'
