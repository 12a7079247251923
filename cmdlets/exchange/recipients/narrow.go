package recipients

import (
	"fmt"
	"slices"
	"strings"

	"exolab/cmdlets/exchange/mailboxes"
	"exolab/cmdlets/exchange/task"
	"exolab/cmdlets/internal/patterns"
	"exolab/store"
	"exolab/store/tenant"
)

// narrowing tells which recipients the parameters leave that ask for a kind, an
// owner, a database or people of importance.
func narrowing(c *task.Call, r store.Reader) (func(Data) bool, error) {
	kinds, types, database, owner := c.Texts("RecipientTypeDetails"), c.Texts("RecipientType"), c.Identity("Database"), ""
	if err := checkKinds(c, kinds, types); err != nil {
		return nil, err
	}
	if err := task.CheckUnit(r, c.Identity("OrganizationalUnit")); err != nil {
		return nil, err
	}
	if database != "" {
		if _, err := task.Database(r, database); err != nil {
			return nil, err
		}
	}
	if c.Has("ManagedBy") {
		var err error
		if owner, err = task.UserOf(r, c.Identity("ManagedBy")); err != nil {
			return nil, err
		}
	}
	return func(d Data) bool {
		important, _ := d.bag.Get("VIP")
		return (len(kinds) == 0 || patterns.MatchAny(kinds, d.kind)) && (len(types) == 0 || patterns.MatchAny(types, recipientTypeOf(d.kind))) &&
			(database == "" || d.mailbox != nil && strings.EqualFold(task.DatabaseOf(d.mailbox), database)) &&
			(owner == "" || d.isManagedBy(r, owner)) && (!c.On("IsVIP") || important == true)
	}, nil
}

// isManagedBy reports whether a user owns the group.
func (d Data) isManagedBy(r store.Reader, owner string) bool {
	return d.recipient != nil && slices.ContainsFunc(d.recipient.ManagedBy, func(known string) bool { return task.SameUser(r, known, owner) })
}

// deletedNamed returns the mailbox of an identity that was removed and can be
// restored; missing is the error if there is none.
func deletedNamed(r store.Reader, identity string, missing error) ([]Data, error) {
	found, err := mailboxes.Deleted(r, identity)
	if err != nil {
		return nil, err
	}
	var out []Data
	for _, m := range found {
		out = append(out, mailboxData(m))
	}
	if len(out) == 0 {
		return nil, missing
	}
	return out, nil
}

// checkNew reports an error for the names and addresses of a new recipient that
// another one has, or that none may have.
func checkNew(c *task.Call, r store.Reader, org *tenant.Organization, name string) error {
	if _, err := r.Recipient(name); err == nil {
		return task.NameTaken(name)
	}
	if err := mailboxes.CheckAlias(c.Text("Alias")); err != nil {
		return err
	}
	if c.Has("PrimarySmtpAddress") && !c.Has("ExternalEmailAddress") {
		if err := task.CheckAddressIsFree(r, org, c.Text("PrimarySmtpAddress")); err != nil {
			return err
		}
	}
	external := c.Text("ExternalEmailAddress")
	if external == "" {
		return nil
	}
	if kind, address, ok := strings.Cut(external, ":"); ok && strings.EqualFold(kind, "smtp") {
		external = address
	}
	if !task.IsAddress(external) {
		return c.CannotTransform("ExternalEmailAddress", external, "Microsoft.Exchange.Data.ProxyAddress", fmt.Sprintf("The address '%[1]s' is invalid: \"%[1]s\" isn't a valid SMTP address.", external))
	}
	return task.CheckAddressIsUnused(r, external)
}

// recipientDetails and recipientTypes are the values of -RecipientTypeDetails and
// -RecipientType, as the documentation of Get-Recipient lists them.
var (
	recipientDetails = strings.Fields("ArbitrationMailbox AuditLogMailbox AuxAuditLogMailbox Computer Contact DisabledUser DiscoveryMailbox DynamicDistributionGroup EquipmentMailbox " +
		"GroupMailbox GuestMailUser LegacyMailbox LinkedMailbox LinkedRoomMailbox LinkedUser MailContact MailForestContact MailNonUniversalGroup MailUniversalDistributionGroup " +
		"MailUniversalSecurityGroup MailUser MicrosoftExchange MonitoringMailbox NonUniversalGroup PublicFolder PublicFolderMailbox RemoteEquipmentMailbox RemoteRoomMailbox " +
		"RemoteSharedMailbox RemoteTeamMailbox RemoteUserMailbox RoleGroup RoomList RoomMailbox SchedulingMailbox SharedMailbox SharedWithMailUser SystemAttendantMailbox " +
		"SystemMailbox TeamMailbox UniversalDistributionGroup UniversalSecurityGroup User UserMailbox")
	recipientTypes = strings.Fields("DynamicDistributionGroup MailContact MailNonUniversalGroup MailUniversalDistributionGroup MailUniversalSecurityGroup MailUser MicrosoftExchange " +
		"PublicFolder UserMailbox Contact Group User UniversalDistributionGroup UniversalSecurityGroup NonUniversalGroup Computer SystemMailbox")
)

// checkKinds reports an error for a kind of recipient that does not exist.
func checkKinds(c *task.Call, kinds, types []string) error {
	for _, p := range []struct {
		name         string
		given, known []string
	}{{"RecipientTypeDetails", kinds, recipientDetails}, {"RecipientType", types, recipientTypes}} {
		for _, kind := range p.given {
			if !patterns.MatchAny(p.known, kind) {
				return c.BadEnum(p.name, kind, "Microsoft.Exchange.Data.Directory.Recipient."+p.name, p.known)
			}
		}
	}
	return nil
}
