package mailboxes

import (
	"fmt"
	"strings"

	"exolab/cmdlets/exchange/shapes"
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
	task.New("Get-MailboxAutoReplyConfiguration", "Gives the automatic replies of mailboxes.", "(Get-MailboxAutoReplyConfiguration test1).AutoReplyState", "Disabled", mailboxSettings("autoReply").get),
	task.New("Set-MailboxAutoReplyConfiguration", "Sets automatic replies.", "Set-MailboxAutoReplyConfiguration test1 -AutoReplyState Enabled; (Get-MailboxAutoReplyConfiguration test1).AutoReplyState", "Enabled", mailboxSettings("autoReply").set),
	task.New("Get-CalendarProcessing", "Gives how meeting requests are answered.", "(Get-CalendarProcessing adams).AutomateProcessing", "AutoAccept", mailboxSettings("calendarProcessing").get),
	task.New("Set-CalendarProcessing", "Says how meeting requests are answered.", "Set-CalendarProcessing adams -AllowConflicts $true; (Get-CalendarProcessing adams).AllowConflicts", "True", mailboxSettings("calendarProcessing").set),
	task.New("Get-MailboxJunkEmailConfiguration", "Gives whose mail is junk.", "(Get-MailboxJunkEmailConfiguration test1).Enabled", "True", mailboxSettings("junkEmail").get),
	task.New("Set-MailboxJunkEmailConfiguration", "Says whose mail is junk.", "Set-MailboxJunkEmailConfiguration test1 -Enabled $false; (Get-MailboxJunkEmailConfiguration test1).Enabled", "False", mailboxSettings("junkEmail").set),
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
		address := strings.ReplaceAll(name, " ", "") + "@" + org.DefaultDomain()
		for _, parameter := range []string{"Alias", "MicrosoftOnlineServicesID", "UserPrincipalName", "PrimarySmtpAddress"} {
			if text := c.Text(parameter); strings.Contains(text, "@") {
				address = text
			} else if text != "" {
				address = text + "@" + org.DefaultDomain()
			}
		}
		if _, err := w.Mailbox(address); err == nil {
			return task.NameTaken(name)
		}
		b := tenant.BagOf("Name", name, "DisplayName", name, "PrimarySmtpAddress", address, "WhenCreated", tenant.FormatTime(c.Tenant.Now()))
		for _, k := range kindOfSwitch {
			if c.On(k.parameter) {
				b.Set("RecipientTypeDetails", k.kind)
			}
		}
		m, err := tenant.NewMailbox(b, org)
		if err != nil {
			return task.InvalidArgument("%s", err)
		}
		done := func(*task.Call, store.Reader, string) error { return nil }
		if _, err := c.SetProperties(w, "Mailbox", m, map[string]task.Setter{"Name": done, "PrimarySmtpAddress": done, "Password": done, "MicrosoftOnlineServicesID": done,
			"Shared": done, "Room": done, "Equipment": done, "Discovery": done, "RoomMailboxPassword": done, "EnableRoomMailboxAccount": done}); err != nil {
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
	if err != nil {
		return c.Report(err)
	}
	return c.Emit(shown)
}

func removeMailbox(c *task.Call) error {
	identity := c.Identity("Identity")
	if ok, err := c.Confirm(fmt.Sprintf("Removing mailbox Identity:\"%s\".", identity)); !ok || err != nil {
		return err
	}
	return c.Report(c.Update(func(w store.Writer) error {
		m, err := c.Mailbox(w, identity)
		if err != nil {
			return err
		}
		if m.LitigationHoldEnabled && !c.On("IgnoreLegalHold") {
			return task.Failure(task.ExRecipient, "The mailbox \"%s\" is on litigation hold. Use the IgnoreLegalHold parameter to remove it.", m.Name)
		}
		return w.RemoveMailbox(m.ExchangeGUID)
	}))
}

// setMailboxOf sets the properties of a mailbox that another view of it shows.
func setMailboxOf(shapeName string) func(c *task.Call) error {
	return func(c *task.Call) error {
		identity, changed := c.Identity("Identity"), false
		if ok, err := c.Confirm(fmt.Sprintf("Setting %s Identity:\"%s\".", strings.ToLower(task.Spaced(shapeName)), identity)); !ok || err != nil {
			return err
		}
		err := c.Update(func(w store.Writer) error {
			m, err := c.Mailbox(w, identity)
			if err != nil {
				return err
			}
			if changed, err = c.SetProperties(w, shapeName, m, nil); err != nil || !changed {
				return err
			}
			return w.PutMailbox(m)
		})
		if err == nil && !changed {
			return c.Unchanged(identity)
		}
		return c.Report(err)
	}
}

// mailboxSettings are settings of a mailbox that are kept as an object of a kind.
type mailboxSettings string

// fresh are the settings that nobody has changed.
func (s mailboxSettings) fresh(m *tenant.Mailbox) tenant.Bag {
	switch s {
	case "autoReply":
		return tenant.BagOf("AutoDeclineFutureRequestsWhenOOF", false, "AutoReplyState", "Disabled", "CreateOOFEvent", false, "DeclineAllEventsForScheduledOOF", false,
			"DeclineEventsForScheduledOOF", false, "DeclineMeetingMessage", nil, "EndTime", nil, "EventsToDeleteIDs", nil, "ExternalAudience", "All",
			"ExternalMessage", "", "InternalMessage", "", "OOFEventSubject", nil, "StartTime", nil)
	case "calendarProcessing":
		processing := "AutoUpdate"
		if m.RecipientTypeDetails == "RoomMailbox" || m.RecipientTypeDetails == "EquipmentMailbox" {
			processing = "AutoAccept"
		}
		return tenant.BagOf("AutomateProcessing", processing, "AllowConflicts", false, "AllowDistributionGroup", true, "AllowMultipleResources", true, "BookingType", "Standard",
			"BookingWindowInDays", int64(180), "MaximumDurationInMinutes", int64(1440), "AllowRecurringMeetings", true, "EnforceSchedulingHorizon", true,
			"ScheduleOnlyDuringWorkHours", false, "ConflictPercentageAllowed", int64(0), "MaximumConflictInstances", int64(0), "ForwardRequestsToDelegates", true,
			"DeleteAttachments", true, "DeleteComments", true, "RemovePrivateProperty", true, "DeleteSubject", true, "AddOrganizerToSubject", true,
			"ResourceDelegates", []any{}, "BookInPolicy", []any{}, "AllBookInPolicy", true, "AllRequestInPolicy", false)
	}
	return tenant.BagOf("Enabled", true, "TrustedListsOnly", false, "ContactsTrusted", false, "TrustedSendersAndDomains", []any{}, "BlockedSendersAndDomains", []any{},
		"TrustedRecipientsAndDomains", []any{})
}

// of returns the settings of a mailbox.
func (s mailboxSettings) of(r store.Reader, m *tenant.Mailbox) *tenant.Object {
	if o, err := r.Object(string(s), m.ExchangeGUID.String()); err == nil {
		return o
	}
	return &tenant.Object{Kind: string(s), Identity: m.ExchangeGUID.String(), Properties: s.fresh(m)}
}

func (s mailboxSettings) get(c *task.Call) error {
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		found, err := Find(c, r)
		for _, m := range found {
			o := shapes.ObjectOf(s.of(r, m).Properties)
			o.TypeNames = []string{"Deserialized.Microsoft.Exchange.Data.Storage.Management." + strings.TrimPrefix(c.Ctx.Command().Name, "Get-"), "Deserialized.System.Object"}
			o.Set("MailboxOwnerId", value.Str(m.Name))
			o.Set("Identity", value.Str(m.Name))
			o.Set("IsValid", value.Bool(true))
			o.Set("ObjectState", value.Str("Unchanged"))
			list = append(list, value.Obj(o))
		}
		return err
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

func (s mailboxSettings) set(c *task.Call) error {
	identity, changed := c.Identity("Identity"), false
	if ok, err := c.Confirm(fmt.Sprintf("Setting the %s of mailbox \"%s\".", strings.ToLower(task.Spaced(strings.TrimPrefix(c.Ctx.Command().Name, "Set-"))), identity)); !ok || err != nil {
		return err
	}
	err := c.Update(func(w store.Writer) error {
		m, err := c.Mailbox(w, identity)
		if err != nil {
			return err
		}
		o := s.of(w, m)
		if changed, err = c.SetProperties(w, "", task.ObjectProperties{Object: o}, nil); err != nil || !changed {
			return err
		}
		return w.PutObject(o)
	})
	if err == nil && !changed {
		return c.Unchanged(identity)
	}
	return c.Report(err)
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
