# Task 4
# Fails: the rule is still there
Set-Mailbox '{{second}}' -ForwardingSmtpAddress $null
Remove-InboxRule -Mailbox '{{victim}}' -Identity '{{rule}}' -Confirm:$false
