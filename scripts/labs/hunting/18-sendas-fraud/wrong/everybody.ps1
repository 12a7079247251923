# Task 3
# Fails: nobody else lost a right
Remove-RecipientPermission '{{cfo}}' -Trustee '{{fraudster}}' -AccessRights SendAs -Confirm:$false
Remove-RecipientPermission '{{cfo}}' -Trustee 'Lidia Holloway' -AccessRights SendAs -Confirm:$false
