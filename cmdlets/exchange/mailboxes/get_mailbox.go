package mailboxes

import (
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/exchange/task"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var mailboxCmdlets = []task.Cmdlet{
	{
		Name: "Get-Mailbox", Class: "Microsoft.Exchange.Management.RecipientTasks.GetMailbox",
		Synopsis: "Gives mailboxes and their settings.",
		Examples: []cmdlets.Example{{Code: "(Get-Mailbox sales).DisplayName", Output: "Sales"}},
		Run:      getMailbox,
	},
	{
		Name: "Set-Mailbox", Class: "Microsoft.Exchange.Management.RecipientTasks.SetMailbox",
		Synopsis: "Changes settings of mailboxes.",
		Examples: []cmdlets.Example{{Code: "Set-Mailbox sales -AuditLogAgeLimit 180; (Get-Mailbox sales).AuditLogAgeLimit", Output: "180.00:00:00"}},
		Run:      setMailbox,
	},
}

// getMailbox emits the mailboxes that were asked for.
func getMailbox(c *task.Call) error {
	list, err := objects(c, Object)
	for _, v := range list {
		if err := warnOfCorruption(c, v); err != nil {
			return err
		}
	}
	if err == nil {
		err = c.EmitList(list)
	}
	return c.Report(err)
}

// objects shows the mailboxes that were asked for, each by show.
func objects(c *task.Call, show func(*tenant.Organization, *tenant.Mailbox) value.Value) ([]value.Value, error) {
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		org, err := r.Organization()
		if err != nil {
			return err
		}
		found, err := Find(c, r)
		for _, m := range found {
			list = append(list, show(org, m))
		}
		return err
	})
	return list, err
}

// Find returns the mailboxes that -Identity, -Anr and the switches
// of the Get- cmdlets for mailboxes name.
func Find(c *task.Call, r store.Reader) ([]*tenant.Mailbox, error) {
	kinds, err := recipientKinds(c)
	if err != nil {
		return nil, err
	}
	database := c.Identity("Database")
	if database != "" {
		if _, err := task.Database(r, database); err != nil {
			return nil, err
		}
	}
	if err := task.CheckUnit(r, c.Identity("OrganizationalUnit")); err != nil {
		return nil, err
	}
	identity := c.TargetIdentity()
	if c.On("SoftDeletedMailbox") || c.On("InactiveMailboxOnly") || c.On("IncludeInactiveMailbox") {
		return withDeleted(c, r, identity, kinds)
	}
	if identity != "" && !task.HasWildcard(identity) {
		found, err := task.FindMailboxes(r, identity)
		if err != nil {
			return nil, task.IdentityError(identity, err)
		}
		return ofKinds(c, identity, found, kinds)
	}
	anr := c.Text("Anr")
	return task.AllMailboxes(r, func(m *tenant.Mailbox) bool {
		return listed(c, m, kinds) && (database == "" || strings.EqualFold(task.DatabaseOf(m), database)) && (identity == "" || namedLike(m, identity)) && (anr == "" || resolves(anr, m))
	})
}

// ofKinds leaves out mailboxes of other kinds than were asked for; none left
// is the error of a mailbox that is not there.
func ofKinds(c *task.Call, identity string, found []*tenant.Mailbox, kinds []string) ([]*tenant.Mailbox, error) {
	var out []*tenant.Mailbox
	for _, m := range found {
		if len(kinds) == 0 || patterns.MatchAny(kinds, m.RecipientTypeDetails) {
			out = append(out, m)
		}
	}
	if len(out) == 0 {
		return nil, task.IdentityError(identity, &tenant.NotFoundError{Identity: identity})
	}
	return out, nil
}

// mailboxKinds are the values of -RecipientTypeDetails.
var mailboxKinds = []string{"DiscoveryMailbox", "EquipmentMailbox", "GroupMailbox", "LegacyMailbox", "LinkedMailbox", "LinkedRoomMailbox", "RoomMailbox",
	"SchedulingMailbox", "SharedMailbox", "TeamMailbox", "UserMailbox", "PublicFolderMailbox", "ArbitrationMailbox", "AuditLogMailbox", "MonitoringMailbox"}

func recipientKinds(c *task.Call) ([]string, error) {
	kinds := c.Texts("RecipientTypeDetails")
	for _, kind := range kinds {
		if !patterns.MatchAny(mailboxKinds, kind) {
			return nil, c.BadEnum("RecipientTypeDetails", kind, "Microsoft.Exchange.Data.Directory.Recipient.RecipientTypeDetails", mailboxKinds)
		}
	}
	return kinds, nil
}

// hiddenKinds are listed only when their switch asks for them.
var hiddenKinds = map[string]string{"GroupMailbox": "GroupMailbox", "PublicFolderMailbox": "PublicFolder", "ArbitrationMailbox": "Arbitration",
	"AuditLogMailbox": "AuditLog", "MonitoringMailbox": "Monitoring"}

// listed reports whether a list shows the mailbox.
func listed(c *task.Call, m *tenant.Mailbox, kinds []string) bool {
	if deleted := task.IsSoftDeleted(m); deleted != c.On("SoftDeletedMailbox") && !(deleted && c.On("InactiveMailboxOnly")) {
		return false
	}
	if plan := c.Identity("MailboxPlan"); plan != "" && !strings.EqualFold(m.Properties.Text("MailboxPlan"), plan) {
		return false
	}
	if len(kinds) > 0 {
		return patterns.MatchAny(kinds, m.RecipientTypeDetails)
	}
	for kind, parameter := range hiddenKinds {
		if c.On(parameter) != (m.RecipientTypeDetails == kind) && (c.On(parameter) || m.RecipientTypeDetails == kind) {
			return false
		}
	}
	if c.On("RemoteArchive") {
		return m.Properties.Text("ArchiveDomain") != ""
	}
	if c.On("Archive") {
		status := m.Properties.Text("ArchiveStatus")
		return status != "" && status != "None"
	}
	return true
}

// namedLike reports whether a name of the mailbox fits a pattern.
func namedLike(m *tenant.Mailbox, pattern string) bool {
	for _, name := range []string{m.Name, m.DisplayName, m.Alias, m.PrimarySMTPAddress, m.UserPrincipalName} {
		if patterns.Match(pattern, name) {
			return true
		}
	}
	return false
}

// resolves reports whether a text is the beginning of one of the mailbox's
// names, or of a word in them, as ambiguous name resolution finds it.
func resolves(anr string, m *tenant.Mailbox) bool {
	anr = strings.ToLower(strings.TrimSpace(anr))
	names := append([]string{m.DisplayName, m.Name, m.Alias, m.PrimarySMTPAddress, m.Properties.Text("FirstName"), m.Properties.Text("LastName")},
		strings.Fields(m.DisplayName)...)
	for _, name := range names {
		if strings.HasPrefix(strings.ToLower(name), anr) {
			return true
		}
	}
	return false
}
