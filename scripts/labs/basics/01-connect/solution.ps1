# Task 1
Connect-ExchangeOnline -UserPrincipalName admin@contoso.onmicrosoft.com -ShowBanner:$false
# Task 2
Submit-LabAnswer count @(Get-Mailbox -ResultSize Unlimited).Count
# Task 3
Submit-LabAnswer people @(Get-Mailbox -RecipientTypeDetails UserMailbox -ResultSize Unlimited).Count
