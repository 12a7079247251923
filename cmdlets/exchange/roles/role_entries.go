package roles

import (
	"slices"
	"strings"

	"exolab/cmdlets/exchange/catalogue"
	"exolab/cmdlets/exchange/organization"
	"exolab/cmdlets/exchange/task"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var roleEntryCmdlets = []task.Cmdlet{
	task.New("Get-ManagementRoleEntry", "Gives which cmdlets a management role lets run.", `(Get-ManagementRoleEntry 'Audit Logs\Search-MailboxAuditLog').Role`, "Audit Logs", getRoleEntry),
}

// roleEntries are the cmdlets that the built-in roles let run, by patterns of
// their names.
var roleEntries = map[string][]string{
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

// getRoleEntry emits the entries that "role\cmdlet" names; both parts may have
// wildcards.
func getRoleEntry(c *task.Call) error {
	identity := c.Identity("Identity")
	role, cmdlet, given := strings.Cut(identity, `\`)
	if !given {
		return c.Report(task.InvalidArgument("The format of the value you specified in the Microsoft.Exchange.Configuration.Tasks.RoleEntryIdParameter parameter isn't valid. Check the value, "+
			"and then try again. \"%s\"", identity))
	}
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		roles, err := organization.NounNamed("ManagementRole").All(r)
		for _, o := range roles {
			if patterns.Match(role, o.Identity) {
				list = append(list, entriesOf(c, o, cmdlet)...)
			}
		}
		if err == nil && len(list) == 0 && !patterns.HasWildcard(identity) {
			return task.IdentityError(identity, &tenant.NotFoundError{Identity: identity})
		}
		return err
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

// entriesOf are the entries of a role whose cmdlet fits; a role made from a
// parent has its entries.
func entriesOf(c *task.Call, role *tenant.Object, cmdlet string) []value.Value {
	known := roleEntries[role.Identity]
	if known == nil {
		known = roleEntries[role.Properties.Text("Parent")]
	}
	wanted := c.Texts("Parameters")
	var out []value.Value
	for name := range catalogue.Names {
		if !patterns.MatchAny(known, name) || !patterns.Match(cmdlet, name) {
			continue
		}
		parameters := catalogue.Find(value.Fold(name)).ParameterNames()
		if slices.ContainsFunc(wanted, func(w string) bool { return !task.ContainsFold(parameters, w) }) {
			continue
		}
		out = append(out, roleEntry(role.Identity, name, parameters))
	}
	return out
}

func roleEntry(role, name string, parameters []string) value.Value {
	o := value.NewObject(8)
	o.TypeNames = []string{"Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration.ExchangeRoleEntryPresentation", "Deserialized.System.Object"}
	o.Set("Name", value.Str(name))
	o.Set("Role", value.Str(role))
	o.Set("Parameters", value.Strings(parameters...))
	o.Set("PSSnapinName", value.Str("Microsoft.Exchange.Management.PowerShell.E2010"))
	o.Set("Type", value.Str("Cmdlet"))
	o.Set("Identity", value.Str(role+`\`+name))
	o.Set("IsValid", value.Bool(true))
	o.Set("ObjectState", value.Str("Unchanged"))
	return value.Obj(o)
}
