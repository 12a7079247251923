$sunday = ([datetime]'{{monday}}').AddDays(6).ToString('yyyy-MM-dd')
Add-LabEntry '{{mailbox}}' -Operation HardDelete -User admin -LogonType Admin -At '{{monday}} 11:05' -Count 2 -Minutes 3 -Subject 'Delivery report'
Add-LabEntry '{{mailbox}}' -Operation Update -User '{{visitor}}' -At '{{monday}} 14:20' -Count 5 -Minutes 7 -Subject 'Price list'
Add-LabEntry '{{mailbox}}' -Operation SoftDelete -User '{{visitor}}' -At "$sunday 20:31" -Count 14 -Minutes 2 -Subject 'Price list', 'Offer', 'Minutes'
