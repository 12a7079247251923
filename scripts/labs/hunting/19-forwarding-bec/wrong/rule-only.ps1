# Task 4
# Fails: no mailbox forwards to the outside
Disable-InboxRule -Mailbox '{{victim}}' -Identity '{{rule}}' -Confirm:$false
