package mailboxes

import (
	"fmt"

	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var enableMailboxCmdlets = []task.Cmdlet{
	task.New("Enable-Mailbox", "Gives a user a mailbox, or a mailbox an archive.", "(Enable-Mailbox test1 -Archive).ArchiveStatus", "Active", enableMailbox),
	task.New("Disable-Mailbox", "Takes a user's mailbox, or a mailbox's archive, away.", "Disable-Mailbox test1 -Confirm:$false; (Get-User test1).RecipientTypeDetails", "User", disableMailbox),
}

// archiveSwitches are the parameters that ask for a part of a mailbox that is
// there.
var archiveSwitches = []string{"Archive", "RemoteArchive", "AutoExpandingArchive", "AuditLog"}

func enableMailbox(c *task.Call) error {
	identity := c.Identity("Identity")
	if ok, err := c.Confirm(fmt.Sprintf("Enabling mailbox Identity:\"%s\".", identity)); !ok || err != nil {
		return err
	}
	var shown value.Value
	err := c.Update(func(w store.Writer) error {
		org, err := w.Organization()
		if err != nil {
			return err
		}
		m, err := enabled(c, w, org, identity)
		if err != nil {
			return err
		}
		shown = Object(org, m)
		return w.PutMailbox(m)
	})
	return c.EmitOrReport(shown, err)
}

// enabled is the mailbox as the call makes it.
func enabled(c *task.Call, w store.Writer, org *tenant.Organization, identity string) (*tenant.Mailbox, error) {
	for _, part := range archiveSwitches {
		if !c.On(part) {
			continue
		}
		m, err := c.Mailbox(w, identity)
		if err != nil {
			return nil, err
		}
		if domain := c.Text("ArchiveDomain"); domain != "" {
			err = m.SetProperty("ArchiveDomain", domain)
		}
		return m, task.FirstOf(err, enableArchive(m))
	}
	if m, err := w.Mailbox(identity); err == nil {
		return nil, task.Failure(task.ExRecipient, "This task does not support recipients of this type. The specified recipient %s is of type %s. "+
			"Please make sure that this recipient matches the required recipient type for this task.", m.DistinguishedName, m.RecipientTypeDetails)
	}
	user, err := w.Recipient(identity)
	if err != nil {
		return nil, task.IdentityError(identity, err)
	}
	b := user.Bag()
	b.Set("RecipientTypeDetails", "UserMailbox")
	for _, k := range kindOfSwitch {
		if c.On(k.parameter) {
			b.Set("RecipientTypeDetails", k.kind)
		}
	}
	for _, parameter := range []string{"Alias", "DisplayName", "PrimarySmtpAddress", "RetentionPolicy", "RoleAssignmentPolicy", "AddressBookPolicy", "ActiveSyncMailboxPolicy"} {
		if c.Has(parameter) {
			b.Set(parameter, c.Text(parameter))
		}
	}
	b.Set("WhenCreated", tenant.FormatTime(c.Tenant.Now()))
	b.Remove("Members")
	b.Remove("ExternalEmailAddress")
	m, err := tenant.NewMailbox(b, org)
	if err != nil {
		return nil, task.InvalidArgument("%s", err)
	}
	return m, task.FirstOf(w.RemoveRecipient(user.GUID), putOwnRights(w, m))
}

func enableArchive(m *tenant.Mailbox) error {
	if status, _ := m.Property("ArchiveStatus"); status == "Active" {
		return task.Failure(task.ExRecipient, "The mailbox \"%s\" already has an archive.", m.DistinguishedName)
	}
	return task.FirstOf(m.SetProperty("ArchiveStatus", "Active"), m.SetProperty("ArchiveState", "Local"), m.SetProperty("ArchiveGuid", tenant.DerivedGUID(m.GUID.String(), "archive")),
		m.SetProperty("ArchiveName", []any{"In-Place Archive -" + m.DisplayName}))
}

// withArchive is the setter that gives a new mailbox an archive.
func withArchive(m *tenant.Mailbox) task.Setter {
	return func(c *task.Call, _ store.Reader, parameter string) error {
		if !c.On(parameter) {
			return nil
		}
		return enableArchive(m)
	}
}

// putOwnRights gives a new mailbox's user the rights of an owner.
func putOwnRights(w store.Writer, m *tenant.Mailbox) error {
	return task.FirstOf(
		w.PutPermission(&tenant.Permission{Mailbox: m.ExchangeGUID, Scope: tenant.ScopeMailbox, User: `NT AUTHORITY\SELF`, AccessRights: []string{"FullAccess", "ReadPermission"}}),
		w.PutPermission(&tenant.Permission{Mailbox: m.ExchangeGUID, Scope: tenant.ScopeRecipient, User: `NT AUTHORITY\SELF`, AccessRights: []string{"SendAs"}}))
}

func disableMailbox(c *task.Call) error {
	identity := c.Identity("Identity")
	part := "mailbox"
	if c.On("Archive") || c.On("RemoteArchive") {
		part = "archive"
	}
	if ok, err := c.Confirm(fmt.Sprintf("Disabling %s Identity:\"%s\".", part, identity)); !ok || err != nil {
		return err
	}
	return c.Report(c.Update(func(w store.Writer) error {
		m, err := c.Mailbox(w, identity)
		if err != nil {
			return err
		}
		if part == "archive" {
			return task.FirstOf(disableArchive(m), w.PutMailbox(m))
		}
		if m.LitigationHoldEnabled && !c.On("IgnoreLegalHold") {
			return task.Failure(task.ExRecipient, "The mailbox \"%s\" is on litigation hold. Use the IgnoreLegalHold parameter to disable it.", m.Name)
		}
		org, err := w.Organization()
		if err != nil {
			return err
		}
		b := m.Bag()
		b.Set("RecipientTypeDetails", "User")
		user, err := tenant.NewRecipient(b, org)
		if err != nil {
			return err
		}
		return task.FirstOf(w.RemoveMailbox(m.ExchangeGUID), w.PutRecipient(user))
	}))
}

func disableArchive(m *tenant.Mailbox) error {
	if status, _ := m.Property("ArchiveStatus"); status != "Active" {
		return task.Failure(task.ExRecipient, "The mailbox \"%s\" doesn't have an archive.", m.DistinguishedName)
	}
	return task.FirstOf(m.SetProperty("ArchiveStatus", "None"), m.SetProperty("ArchiveState", "None"), m.SetProperty("ArchiveGuid", "00000000-0000-0000-0000-000000000000"),
		m.SetProperty("ArchiveName", []any{}))
}
