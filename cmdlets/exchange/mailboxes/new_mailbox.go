package mailboxes

import (
	"fmt"
	"strings"

	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var newMailboxCmdlets = []task.Cmdlet{
	task.New("New-Mailbox", "Makes a mailbox.", "(New-Mailbox -Shared -Name Projects).PrimarySmtpAddress", "Projects@contoso.com", newMailbox),
	task.New("Remove-Mailbox", "Deletes a mailbox.", "Remove-Mailbox projector1 -Confirm:$false; @(Get-Mailbox projector*).Count", "0", removeMailbox),
	task.New("Set-CASMailbox", "Says by which protocols a mailbox can be reached.", "Set-CASMailbox test1 -ImapEnabled $false; (Get-CASMailbox test1).ImapEnabled", "False", setMailboxOf("CASMailbox")),
	task.New("Set-User", "Changes a user account.", "Set-User test1 -Department Audit; (Get-User test1).Department", "Audit", setMailboxOf("User")),
	task.New("Start-ManagedFolderAssistant", "Removes audit entries that are past their age limit.", "Start-ManagedFolderAssistant sales", "", startAssistant),
}

// kindOfSwitch is the kind of mailbox that a switch of New-Mailbox makes.
var kindOfSwitch = []struct{ parameter, kind string }{{"Shared", "SharedMailbox"}, {"Room", "RoomMailbox"}, {"Equipment", "EquipmentMailbox"}, {"Discovery", "DiscoveryMailbox"},
	{"PublicFolder", "PublicFolderMailbox"}, {"Arbitration", "ArbitrationMailbox"}}

func newMailbox(c *task.Call) error {
	name := c.Text("Name")
	if ok, err := c.Confirm(fmt.Sprintf("Creating mailbox \"%s\".", name)); !ok || err != nil {
		return err
	}
	var shown value.Value
	err := c.Update(func(w store.Writer) error {
		org, err := w.Organization()
		if err != nil {
			return err
		}
		if c.Has("Database") {
			if _, err := task.Database(w, c.Identity("Database")); err != nil {
				return err
			}
		}
		address := localPart(name) + "@" + org.DefaultDomain()
		for _, parameter := range []string{"Alias", "MicrosoftOnlineServicesID", "UserPrincipalName", "PrimarySmtpAddress"} {
			if text := c.Text(parameter); strings.Contains(text, "@") {
				address = text
			} else if text != "" {
				address = text + "@" + org.DefaultDomain()
			}
		}
		if isNamed(w, name) {
			return task.NameTaken(name)
		}
		if err := task.FirstOf(CheckAlias(c.Text("Alias")), task.CheckAddressIsFree(w, org, address), checkPolicies(c, w)); err != nil {
			return err
		}
		b := tenant.BagOf("Name", name, "DisplayName", name, "PrimarySmtpAddress", address, "WhenCreated", tenant.FormatTime(c.Tenant.Now()))
		if org.Flavour == tenant.FlavourCloud {
			b.Set("ExternalDirectoryObjectId", tenant.DerivedGUID(org.Name, "directory", address))
		}
		for _, k := range kindOfSwitch {
			if c.On(k.parameter) {
				b.Set("RecipientTypeDetails", k.kind)
			}
		}
		m, err := tenant.NewMailbox(b, org)
		if err != nil {
			return task.InvalidArgument("%s", err)
		}
		if _, err := c.SetProperties(w, "Mailbox", m, map[string]task.Setter{
			"Name": task.Handled, "PrimarySmtpAddress": task.Handled, "MicrosoftOnlineServicesID": task.Handled,
			"Shared": task.Handled, "Room": task.Handled, "Equipment": task.Handled, "Discovery": task.Handled,
			"EnableRoomMailboxAccount": task.Handled, "Archive": withArchive(m), "PublicFolder": task.Handled, "Arbitration": task.Handled,
		}); err != nil {
			return err
		}
		if err := w.PutMailbox(m); err != nil {
			return err
		}
		if err := putOwnRights(w, m); err != nil {
			return err
		}
		shown = Object(org, m)
		return nil
	})
	return c.EmitOrReport(shown, err)
}

// localPart is what the address of a new mailbox begins with: its name without what
// no address has.
func localPart(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" ,;:<>()[]@\"\\", r) {
			return -1
		}
		return r
	}, name)
}

func removeMailbox(c *task.Call) error {
	identity := c.Identity("Identity")
	if ok, err := c.Confirm(fmt.Sprintf("Removing mailbox Identity:\"%s\".", identity)); !ok || err != nil {
		return err
	}
	return c.Report(c.Update(func(w store.Writer) error {
		if c.On("PermanentlyDelete") {
			return purge(c, w, identity)
		}
		m, err := c.Mailbox(w, identity)
		if err != nil {
			return err
		}
		org, err := w.Organization()
		if err != nil {
			return err
		}
		if org.Flavour == tenant.FlavourCloud {
			return task.FirstOf(softDelete(c, w, m), w.RemoveMailbox(m.ExchangeGUID))
		}
		if m.LitigationHoldEnabled && !c.On("IgnoreLegalHold") {
			return task.Failure(task.ExRecipient, "The mailbox \"%s\" is on litigation hold. Use the IgnoreLegalHold parameter to remove it.", m.Name)
		}
		if !c.On("Permanent") {
			err = softDelete(c, w, m)
		}
		return task.FirstOf(err, w.RemoveMailbox(m.ExchangeGUID))
	}))
}

// setMailboxOf sets the properties of a mailbox that another view of it shows.
func setMailboxOf(shapeName string) func(c *task.Call) error {
	return func(c *task.Call) error {
		identity, name, changed := c.Identity("Identity"), "", false
		if ok, err := c.Confirm(fmt.Sprintf("Setting %s Identity:\"%s\".", strings.ToLower(task.Spaced(shapeName)), identity)); !ok || err != nil {
			return err
		}
		err := c.Update(func(w store.Writer) error {
			m, err := c.Mailbox(w, identity)
			if err != nil {
				return err
			}
			name = m.Name
			old := m.Clone()
			if err := task.FirstOf(checkNewNames(c, w, m), checkPolicies(c, w)); err != nil {
				return err
			}
			if changed, err = c.SetProperties(w, shapeName, m, nil); err != nil || !changed {
				return err
			}
			now := c.Tenant.Now()
			m.WhenChanged = &now
			return task.FirstOf(w.PutMailbox(m), task.NewNames(old, m).Follow(w))
		})
		if err == nil && !changed {
			return c.Unchanged(name)
		}
		return c.Report(err)
	}
}

func startAssistant(c *task.Call) error {
	err := c.View(func(r store.Reader) error {
		_, err := c.Mailbox(r, c.Identity("Identity"))
		return err
	})
	if err != nil {
		return c.Report(err)
	}
	if ok, err := c.Confirm(fmt.Sprintf("Starting the managed folder assistant on mailbox \"%s\".", c.Identity("Identity"))); !ok || err != nil {
		return err
	}
	if _, err = c.Tenant.Purge(nil); err != nil {
		return c.Fault(err)
	}
	return c.LogRun()
}
