# Task 3
# Fails: nobody else lost a right
Remove-MailboxPermission '{{mailbox}}' -User '{{culprit}}' -AccessRights FullAccess -Confirm:$false
Remove-MailboxPermission '{{mailbox}}' -User 'Adele Vance' -AccessRights FullAccess -Confirm:$false
