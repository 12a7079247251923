package exchange

import (
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var mailboxCmdlets = []cmdlet{
	{
		name: "Get-Mailbox", class: "Microsoft.Exchange.Management.RecipientTasks.GetMailbox",
		synopsis: "Gives mailboxes and their settings.",
		examples: []cmdlets.Example{{Code: "(Get-Mailbox sales).DisplayName", Output: "Sales"}},
		run:      getMailbox,
	},
	{
		name: "Set-Mailbox", class: "Microsoft.Exchange.Management.RecipientTasks.SetMailbox",
		synopsis: "Changes settings of mailboxes.",
		examples: []cmdlets.Example{{Code: "Set-Mailbox sales -AuditLogAgeLimit 180; (Get-Mailbox sales).AuditLogAgeLimit.Days", Output: "180"}},
		run:      setMailbox,
	},
}

// getMailbox emits the mailboxes that were asked for.
func getMailbox(c *call) error {
	var list []value.Value
	err := c.view(func(r store.Reader) error {
		org, err := r.Organization()
		if err != nil {
			return err
		}
		found, err := c.findMailboxes(r)
		for _, m := range found {
			list = append(list, mailboxObject(org, m))
		}
		return err
	})
	if err == nil {
		err = c.emitList(list)
	}
	return c.report(err)
}

// findMailboxes returns the mailboxes that -Identity, -Anr and the switches
// of the Get- cmdlets for mailboxes name.
func (c *call) findMailboxes(r store.Reader) ([]*tenant.Mailbox, error) {
	kinds, err := c.recipientKinds()
	if err != nil {
		return nil, err
	}
	identity := c.identity("Identity")
	for _, alternative := range []string{"ExternalDirectoryObjectId", "UserPrincipalName", "PrimarySmtpAddress"} {
		if identity == "" && c.has(alternative) {
			identity = c.text(alternative)
		}
	}
	if identity != "" && !patterns.HasWildcard(identity) {
		found, err := r.FindMailboxes(identity)
		if err != nil {
			return nil, identityError(identity, err)
		}
		return c.ofKinds(identity, found, kinds)
	}
	anr := c.text("Anr")
	return allMailboxes(r, func(m *tenant.Mailbox) bool {
		return c.listed(m, kinds) && (identity == "" || namedLike(m, identity)) && (anr == "" || resolves(anr, m))
	})
}

// ofKinds leaves out mailboxes of other kinds than were asked for; none left
// is the error of a mailbox that is not there.
func (c *call) ofKinds(identity string, found []*tenant.Mailbox, kinds []string) ([]*tenant.Mailbox, error) {
	var out []*tenant.Mailbox
	for _, m := range found {
		if len(kinds) == 0 || patterns.MatchAny(kinds, m.RecipientTypeDetails) {
			out = append(out, m)
		}
	}
	if len(out) == 0 {
		return nil, identityError(identity, &tenant.NotFoundError{Identity: identity})
	}
	return out, nil
}

// mailboxKinds are the values of -RecipientTypeDetails.
var mailboxKinds = []string{"DiscoveryMailbox", "EquipmentMailbox", "GroupMailbox", "LegacyMailbox", "LinkedMailbox", "LinkedRoomMailbox", "RoomMailbox",
	"SchedulingMailbox", "SharedMailbox", "TeamMailbox", "UserMailbox", "PublicFolderMailbox", "ArbitrationMailbox", "AuditLogMailbox", "MonitoringMailbox"}

func (c *call) recipientKinds() ([]string, error) {
	kinds := c.texts("RecipientTypeDetails")
	for _, kind := range kinds {
		if !patterns.MatchAny(mailboxKinds, kind) {
			return nil, c.badEnum("RecipientTypeDetails", kind, "Microsoft.Exchange.Data.Directory.Recipient.RecipientTypeDetails", mailboxKinds)
		}
	}
	return kinds, nil
}

// hiddenKinds are listed only when their switch asks for them.
var hiddenKinds = map[string]string{"GroupMailbox": "GroupMailbox", "PublicFolderMailbox": "PublicFolder", "ArbitrationMailbox": "Arbitration",
	"AuditLogMailbox": "AuditLog", "MonitoringMailbox": "Monitoring"}

// listed reports whether a list shows the mailbox.
func (c *call) listed(m *tenant.Mailbox, kinds []string) bool {
	if deleted := isSoftDeleted(m); deleted != c.on("SoftDeletedMailbox") && !(deleted && c.on("InactiveMailboxOnly")) {
		return false
	}
	if len(kinds) > 0 {
		return patterns.MatchAny(kinds, m.RecipientTypeDetails)
	}
	for kind, parameter := range hiddenKinds {
		if c.on(parameter) != (m.RecipientTypeDetails == kind) && (c.on(parameter) || m.RecipientTypeDetails == kind) {
			return false
		}
	}
	if c.on("Archive") {
		status := m.Properties.Text("ArchiveStatus")
		return status != "" && status != "None"
	}
	return true
}

func isSoftDeleted(m *tenant.Mailbox) bool {
	v, ok := m.Properties.Get("WhenSoftDeleted")
	return ok && v != nil
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
