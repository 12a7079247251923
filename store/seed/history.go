package seed

import (
	"fmt"
	"slices"
	"time"

	"exolab/store/internal/random"
	"exolab/store/tenant"
)

// What owners and delegates do, as often as the weights say. Only what the
// policy logs by default is written.
var (
	ownerActions = random.Weighted[tenant.Action]{
		{Weight: 30, Value: tenant.ActionMoveToDeletedItems}, {Weight: 18, Value: tenant.ActionSoftDelete}, {Weight: 12, Value: tenant.ActionHardDelete},
		{Weight: 14, Value: tenant.ActionMailItemsAccessed}, {Weight: 12, Value: tenant.ActionSend}, {Weight: 8, Value: tenant.ActionUpdate},
		{Weight: 1, Value: tenant.ActionUpdateInboxRules}, {Weight: 1, Value: tenant.ActionUpdateFolderPermissions},
	}
	delegateActions = random.Weighted[tenant.Action]{
		{Weight: 24, Value: tenant.ActionMailItemsAccessed}, {Weight: 20, Value: tenant.ActionMoveToDeletedItems}, {Weight: 14, Value: tenant.ActionSoftDelete},
		{Weight: 10, Value: tenant.ActionUpdate}, {Weight: 9, Value: tenant.ActionHardDelete}, {Weight: 8, Value: tenant.ActionCreate},
		{Weight: 8, Value: tenant.ActionSendAs}, {Weight: 7, Value: tenant.ActionSendOnBehalf},
	}
	adminActions = random.Weighted[tenant.Action]{
		{Weight: 6, Value: tenant.ActionMailItemsAccessed}, {Weight: 2, Value: tenant.ActionHardDelete}, {Weight: 1, Value: tenant.ActionSoftDelete},
	}
	// clients are the programs with which people open mailboxes.
	clients = random.Weighted[string]{{Weight: 6, Value: "Outlook"}, {Weight: 5, Value: "OWA"}, {Weight: 2, Value: "REST"}, {Weight: 2, Value: "Mobile"}}
)

var subjects = []string{
	"Quarterly numbers", "RE: Offer for Fabrikam", "Team lunch on Thursday", "Invoice 2041", "FW: Travel plans",
	"Minutes of the weekly meeting", "Your parcel is on its way", "Price list, second draft", "Interview notes",
	"RE: Budget for next year", "Newsletter: what is new in our stores", "Contract with Northwind Traders",
	"Shift plan", "Welcome to the team", "Password reset", "RE: RE: Projector does not start",
}

var folders = []string{`\Inbox`, `\Inbox`, `\Inbox`, `\Sent Items`, `\Drafts`, `\Inbox\Projects`, `\Archive`, `\Calendar`}

// The chances, in percent, that somebody does something on a day.
const (
	busyWeekday = 100
	busyWeekend = 12
)

// historian writes the audit entries of each mailbox, day by day.
type historian struct {
	*seeder
	profile *tenant.Profile
	written int
	// left and share spread a wanted number of entries: how many are to come, and
	// the busy days for them.
	left, share int
}

func (g *seeder) putHistory() error {
	h := &historian{seeder: g, profile: g.org.Profile(), left: g.options.Entries}
	for _, m := range g.mailboxes {
		h.share += len(h.actors(m)) * h.busyDays()
	}
	for _, m := range g.mailboxes {
		for d := g.options.Days; d >= 0; d-- {
			if err := h.putDay(m, g.now.Truncate(24*time.Hour).AddDate(0, 0, -d)); err != nil {
				return err
			}
		}
	}
	return nil
}

// busyDays weighs the days of the history.
func (h *historian) busyDays() int {
	total := 0
	for d := h.options.Days; d >= 0; d-- {
		total += busyness(h.now.Truncate(24*time.Hour).AddDate(0, 0, -d))
	}
	return total
}

func busyness(day time.Time) int {
	if weekday := day.Weekday(); weekday == time.Saturday || weekday == time.Sunday {
		return busyWeekend
	}
	return busyWeekday
}

// actor is somebody who does something in a mailbox every now and then.
type actor struct {
	user    *tenant.Mailbox
	logon   tenant.LogonType
	actions random.Weighted[tenant.Action]
	most    int // doings on a day
	chance  int // of each, in percent of the day's busyness
}

func (h *historian) actors(m *tenant.Mailbox) []actor {
	var out []actor
	if m.RecipientTypeDetails == userMailbox {
		out = append(out, actor{m, tenant.LogonOwner, ownerActions, 4, 100})
	}
	for _, user := range h.delegates[m] {
		out = append(out, actor{user, tenant.LogonDelegate, delegateActions, 3, 50})
	}
	return out
}

func (h *historian) putDay(m *tenant.Mailbox, day time.Time) error {
	busy := busyness(day)
	for _, a := range h.actors(m) {
		for i := range h.doings(&a, busy) {
			if err := h.putEntry(m, &a, h.doing(&a, i), day); err != nil {
				return err
			}
		}
	}
	if h.options.Entries == 0 && h.random.Below(1000) < 4 {
		return h.putEntry(m, &actor{user: h.byAlias["admin"], logon: tenant.LogonAdmin}, adminActions.Pick(h.random), day)
	}
	return nil
}

// doings is how much an actor does on a day: as it comes, or its share of the
// wanted number.
func (h *historian) doings(a *actor, busy int) int {
	if h.options.Entries > 0 {
		n := 0
		if h.share > 0 {
			n = int(int64(h.left) * int64(busy) / int64(h.share))
		}
		h.share -= busy
		h.left -= n
		return n
	}
	n := 0
	if busy == busyWeekday && a.logon == tenant.LogonOwner {
		n = 1
	}
	for range h.random.Below(a.most) {
		if h.random.Chance(busy * a.chance / 100) {
			n++
		}
	}
	return n
}

// doing is what an actor does as the nth of a day: at work everybody sends a
// message first.
func (h *historian) doing(a *actor, n int) tenant.Action {
	action := a.actions.Pick(h.random)
	if n == 0 && a.logon == tenant.LogonOwner && h.profile.Default(a.logon).Has(tenant.ActionSend) {
		return tenant.ActionSend
	}
	return action
}

// putEntry writes one entry at some working hour of a day that is not still to
// come.
func (h *historian) putEntry(m *tenant.Mailbox, a *actor, action tenant.Action, day time.Time) error {
	at := day.Add(time.Duration(7*3600+h.random.Below(12*3600)) * time.Second)
	if at.After(h.now) {
		if h.options.Entries == 0 || !day.Before(h.now) {
			return nil
		}
		at = day.Add(time.Duration(h.random.Below(1+int(h.now.Sub(day)/time.Second))) * time.Second)
	}
	logged := m.Licensed(h.profile, h.profile.Default(a.logon))
	for h.options.Entries > 0 && !logged.Has(action) && logged != 0 {
		action = a.actions.Pick(h.random)
	}
	if !h.profile.Default(a.logon).Has(action) {
		return nil
	}
	client, err := tenant.ParseClient(clients.Pick(h.random))
	if err != nil {
		return err
	}
	e := &tenant.Event{Mailbox: m, User: tenant.UserOf(a.user), Logon: a.logon, Action: action, At: at, Client: client,
		Folder: random.Pick(h.random, folders), SessionID: h.random.GUID().String(),
		ClientIP: fmt.Sprintf("10.%d.%d.%d", len(a.user.Alias), len(a.user.DisplayName), 20+h.random.Below(4))}
	h.describe(e)
	if m.Licensed(h.profile, tenant.Actions(action)) == 0 {
		return nil
	}
	entry, err := e.Entry(h.profile)
	if err != nil {
		return err
	}
	h.written++
	h.options.Progress.Report(h.written)
	return h.AppendAudit(entry)
}

// describe adds the messages and other particulars of an event.
func (h *historian) describe(e *tenant.Event) {
	switch e.Action {
	case tenant.ActionMailItemsAccessed:
		e.Details, e.Accesses = []string{"MailAccessType=Bind", "IsThrottled=False"}, int64(1+h.random.Below(20))
		return
	case tenant.ActionUpdateInboxRules:
		e.Folder, e.Details = `\Inbox`, []string{"RuleOperation=ModifyMailboxRule", "RuleName=Newsletters", "RuleState=Enabled"}
		return
	case tenant.ActionUpdateFolderPermissions:
		other := random.Pick(h.random, h.mailboxes)
		e.Folder, e.Member = `\Calendar`, tenant.EventMember{UserPrincipalName: other.UserPrincipalName, SID: other.SID, Rights: "AvailabilityOnly"}
		return
	case tenant.ActionUpdate:
		e.Dirty = "Importance, AttachmentCollection"
	case tenant.ActionMoveToDeletedItems:
		e.Destination = `\Deleted Items`
	case tenant.ActionSoftDelete:
		e.Destination = `\Recoverable Items\Deletions`
	}
	for range 1 + h.random.Below(3) {
		e.Items = append(e.Items, tenant.EventItem{ID: "RgAAAA" + h.random.Word(20), Subject: random.Pick(h.random, subjects),
			Folder: e.Folder, MessageID: "<" + h.random.GUID().String() + "@contoso.com>"})
	}
}

// putAdminLog writes how the permissions came to be granted.
func (g *seeder) putAdminLog() error {
	rows := append(slices.Clone(permissions), furtherPermissions(g.options.Mailboxes-len(mailboxes))...)
	for i, row := range rows {
		cmdlet := "Add-MailboxPermission"
		switch row.scope {
		case tenant.ScopeFolder:
			cmdlet = "Add-MailboxFolderPermission"
		case tenant.ScopeRecipient:
			cmdlet = "Add-RecipientPermission"
		}
		m := g.byAlias[row.mailbox]
		parameters := []any{
			tenant.BagOf("Name", "Identity", "Value", m.UserPrincipalName),
			tenant.BagOf("Name", "User", "Value", g.byAlias[row.user].UserPrincipalName),
			tenant.BagOf("Name", "AccessRights", "Value", row.right),
		}
		e, err := tenant.NewAdminAuditEntry(tenant.BagOf(
			"ObjectModified", tenant.CanonicalName(m.DistinguishedName), "CmdletName", cmdlet,
			"Caller", g.byAlias["admin"].UserPrincipalName, "Succeeded", true, "Error", "None",
			"RunDate", g.now.AddDate(0, 0, -80+i*3%80).Truncate(24*time.Hour).Add(time.Duration(9+i%8)*time.Hour),
			"CmdletParameters", parameters, "ModifiedProperties", []any{},
			"OriginatingServer", "MWHPR12MB1553 (15.20.7409.024)"))
		if err != nil {
			return err
		}
		if err := g.AppendAdmin(e); err != nil {
			return err
		}
		record, err := tenant.UnifiedOf(e, g.org)
		if err != nil {
			return err
		}
		if err := g.AppendUnified(record); err != nil {
			return err
		}
	}
	return nil
}
