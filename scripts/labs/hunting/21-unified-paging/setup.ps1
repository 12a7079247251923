Add-LabEntry '{{mailbox}}' -Operation Copy -User admin -LogonType Admin -At '{{first}}' -Count {{many}} -Minutes 1.1 -Destination '\Backup' -Client REST -ClientIP 203.0.113.40
