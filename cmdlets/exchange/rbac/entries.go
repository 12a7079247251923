package rbac

// entries are the cmdlets that the built-in roles let run, by patterns of
// their names.
var entries = map[string][]string{
	"Audit Logs": {"Search-AdminAuditLog", "Search-MailboxAuditLog", "Search-UnifiedAuditLog", "New-AdminAuditLogSearch", "New-MailboxAuditLogSearch", "Get-AuditLogSearch",
		"Write-AdminAuditLog", "Get-AdminAuditLogConfig", "Set-AdminAuditLogConfig", "Get-Mailbox", "Get-Recipient", "Get-MailboxAuditBypassAssociation", "Set-MailboxAuditBypassAssociation"},
	"View-Only Audit Logs": {"Search-AdminAuditLog", "Search-MailboxAuditLog", "Search-UnifiedAuditLog", "Get-AdminAuditLogConfig", "Get-AuditLogSearch", "Get-Mailbox", "Get-Recipient"},
	"Mail Recipients": {"Get-Mailbox*", "Set-Mailbox*", "Get-CASMailbox", "Set-CASMailbox", "Get-Recipient*", "Get-User", "Set-User", "*-InboxRule", "*-MailboxPermission",
		"*-RecipientPermission", "*-MailboxFolderPermission", "Get-MailContact", "Set-MailContact", "Get-MailUser", "Set-MailUser", "*-CalendarProcessing", "*-MobileDevice", "Get-Group"},
	"Mail Recipient Creation": {"New-Mailbox", "Remove-Mailbox", "Enable-Mailbox", "Disable-Mailbox", "New-MailContact", "Remove-MailContact", "New-MailUser", "Remove-MailUser"},
	"Mailbox Import Export":   {"*-MailboxExportRequest", "*-MailboxImportRequest", "Search-Mailbox"},
	"Mailbox Search":          {"*-MailboxSearch", "Search-Mailbox", "*-ComplianceSearch", "*-ComplianceSearchAction"},
	"Distribution Groups":     {"*-DistributionGroup", "*-DistributionGroupMember", "*-DynamicDistributionGroup", "Get-Recipient"},
	"Transport Rules":         {"*-TransportRule"},
	"Journaling":              {"*-JournalRule"},
	"Role Management":         {"*-RoleGroup", "*-RoleGroupMember", "*-ManagementRole", "*-ManagementRoleAssignment", "*-ManagementRoleEntry"},
	"Message Tracking":        {"Get-MessageTrackingLog", "Get-MessageTrace*", "Search-MessageTrackingReport"},
	"Organization Configuration": {"Get-OrganizationConfig", "Set-OrganizationConfig", "Get-AcceptedDomain", "Set-AcceptedDomain", "Get-RemoteDomain", "Set-RemoteDomain",
		"Get-TransportConfig", "Set-TransportConfig"},
	"Legal Hold":              {"Get-Mailbox", "Set-Mailbox", "Get-Recipient"},
	"View-Only Recipients":    {"Get-Mailbox*", "Get-Recipient*", "Get-User", "Get-CASMailbox", "Get-DistributionGroup*", "Get-Group"},
	"View-Only Configuration": {"Get-OrganizationConfig", "Get-AcceptedDomain", "Get-RemoteDomain", "Get-TransportConfig", "Get-TransportRule"},
	"Security Admin":          {"*-HostedContentFilterPolicy", "*-MalwareFilterPolicy", "*-HostedOutboundSpamFilterPolicy"},
}

// Entries are the patterns of the cmdlets that a role lets run; a role made from
// a parent has the parent's. Nil is a role whose entries are not known.
func Entries(role, parent string) []string {
	if known := entries[role]; known != nil {
		return known
	}
	return entries[parent]
}
