# Task 3
# Fails: the deputy can still send on behalf
Remove-RecipientPermission '{{cfo}}' -Trustee '{{fraudster}}' -AccessRights SendAs -Confirm:$false
Set-Mailbox '{{cfo}}' -GrantSendOnBehalfTo $null
