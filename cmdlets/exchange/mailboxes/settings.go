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

var settingsCmdlets = []task.Cmdlet{
	task.New("Get-MailboxAutoReplyConfiguration", "Gives the automatic replies of mailboxes.", "(Get-MailboxAutoReplyConfiguration test1).AutoReplyState", "Disabled", mailboxSettings("autoReply").get),
	task.New("Set-MailboxAutoReplyConfiguration", "Sets automatic replies.", "Set-MailboxAutoReplyConfiguration test1 -AutoReplyState Enabled; (Get-MailboxAutoReplyConfiguration test1).AutoReplyState", "Enabled", mailboxSettings("autoReply").set),
	task.New("Get-CalendarProcessing", "Gives how meeting requests are answered.", "(Get-CalendarProcessing adams).AutomateProcessing", "AutoAccept", mailboxSettings("calendarProcessing").get),
	task.New("Set-CalendarProcessing", "Says how meeting requests are answered.", "Set-CalendarProcessing adams -AllowConflicts $true; (Get-CalendarProcessing adams).AllowConflicts", "True", mailboxSettings("calendarProcessing").set),
	task.New("Get-MailboxJunkEmailConfiguration", "Gives whose mail is junk.", "(Get-MailboxJunkEmailConfiguration test1).Enabled", "True", mailboxSettings("junkEmail").get),
	task.New("Set-MailboxJunkEmailConfiguration", "Says whose mail is junk.", "Set-MailboxJunkEmailConfiguration test1 -Enabled $false; (Get-MailboxJunkEmailConfiguration test1).Enabled", "False", mailboxSettings("junkEmail").set),
	task.New("Get-MailboxRegionalConfiguration", "Gives language, time zone and date formats of mailboxes.", "(Get-MailboxRegionalConfiguration test1).Language", "en-US", mailboxSettings("regionalConfiguration").get),
	task.New("Set-MailboxRegionalConfiguration", "Sets language, time zone and date formats.", "Set-MailboxRegionalConfiguration test1 -Language de-DE; (Get-MailboxRegionalConfiguration test1).Language", "de-DE", mailboxSettings("regionalConfiguration").set),
	task.New("Get-MailboxCalendarConfiguration", "Gives working hours and reminders of mailboxes.", "(Get-MailboxCalendarConfiguration test1).RemindersEnabled", "True", mailboxSettings("calendarConfiguration").get),
	task.New("Set-MailboxCalendarConfiguration", "Sets working hours and reminders.", "Set-MailboxCalendarConfiguration test1 -RemindersEnabled $false; (Get-MailboxCalendarConfiguration test1).RemindersEnabled", "False", mailboxSettings("calendarConfiguration").set),
	task.New("Get-MailboxMessageConfiguration", "Gives how the web client writes and shows messages.", "(Get-MailboxMessageConfiguration test1).AutoAddSignature", "False", mailboxSettings("messageConfiguration").get),
	task.New("Set-MailboxMessageConfiguration", "Says how the web client writes and shows messages.", "Set-MailboxMessageConfiguration test1 -AutoAddSignature $true; (Get-MailboxMessageConfiguration test1).AutoAddSignature", "True", mailboxSettings("messageConfiguration").set),
	task.New("Get-Clutter", "Gives whether the service sorts out messages of little interest.", "(Get-Clutter -Identity test1).IsEnabled", "False", mailboxSettings("clutter").get),
	task.New("Set-Clutter", "Says whether the service sorts out messages of little interest.", "(Set-Clutter -Identity test1 -Enable $true).IsEnabled", "True", setClutter),
}

// mailboxSettings are settings of a mailbox that are kept as an object of a kind.
type mailboxSettings string

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
	what := strings.ToLower(task.Spaced(strings.TrimPrefix(c.Ctx.Command().Name, "Set-")))
	return s.change(c, fmt.Sprintf("Setting the %s of mailbox \"%s\".", what, c.Identity("Identity")), c.Mailbox)
}

// change sets the settings of the mailbox that find finds by -Identity, once the
// action is confirmed.
func (s mailboxSettings) change(c *task.Call, action string, find func(store.Reader, string) (*tenant.Mailbox, error)) error {
	if ok, err := c.Confirm(action); !ok || err != nil {
		return err
	}
	name, changed := "", false
	err := c.Update(func(w store.Writer) error {
		m, err := find(w, c.Identity("Identity"))
		if err != nil {
			return err
		}
		name = m.Name
		o := s.of(w, m)
		if changed, err = c.SetProperties(w, "", task.ObjectProperties{Object: o}, nil); err != nil || !changed {
			return err
		}
		return w.PutObject(o)
	})
	if err == nil && !changed {
		return c.Unchanged(name)
	}
	return c.Report(err)
}

// setClutter sets the one setting that its own parameter names differently, and
// shows it.
func setClutter(c *task.Call) error {
	var shown value.Value
	err := c.Update(func(w store.Writer) error {
		m, err := c.Mailbox(w, c.Identity("Identity"))
		if err != nil {
			return err
		}
		o := mailboxSettings("clutter").of(w, m)
		o.Properties.Set("IsEnabled", c.On("Enable"))
		shown = value.Obj(shapes.ObjectOf(o.Properties))
		return w.PutObject(o)
	})
	return c.EmitOrReport(shown, err)
}
