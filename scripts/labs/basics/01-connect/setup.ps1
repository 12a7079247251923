{{closed}} | ForEach-Object { Remove-Mailbox $_ -Confirm:$false }
