{{closed}} | ForEach-Object { Remove-Mailbox $_ -IgnoreLegalHold -Confirm:$false }
