# Task 4
# Fails: the assistant still has it
Remove-MailboxPermission '{{boss}}' -User '{{snoop}}' -AccessRights FullAccess -Confirm:$false
Remove-MailboxPermission '{{boss}}' -User '{{assistant}}' -AccessRights FullAccess -Confirm:$false
