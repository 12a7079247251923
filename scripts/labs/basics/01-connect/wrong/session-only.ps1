# Task 1
# Fails: its commands were brought into this session
# The session is open, but its commands were never imported.
$account = [pscredential]::new('admin@contoso.onmicrosoft.com', (ConvertTo-SecureString 'any' -AsPlainText -Force))
$session = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri https://outlook.office365.com/powershell-liveid/ -Credential $account -Authentication Basic -AllowRedirection
