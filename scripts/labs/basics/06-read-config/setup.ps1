Set-Mailbox '{{mailbox}}' -AuditOwner {{owner}} -AuditDelegate @{ Add = '{{extra}}' }
