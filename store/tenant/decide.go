package tenant

import (
	"fmt"
	"strings"
)

// Verdict says whether an activity is logged, and why.
type Verdict struct {
	Logged bool
	// Setting names the property that decided: "AuditOwner of the mailbox". Value
	// is what it holds.
	Setting, Value string
	// Default is true if the value is the service's, not somebody's choice.
	Default bool
	// Reason says all that in a sentence.
	Reason string
}

// Occasion is an activity about whose logging Decide decides.
type Occasion struct {
	Organization *Organization
	Mailbox      *Mailbox
	Logon        LogonType
	Action       Action
	// Bypassed is true if the acting account has an audit bypass association.
	Bypassed bool
}

// Decide applies the audit policy. Its rules, in this order: the organization's
// switch, the actor's bypass, the mailbox's switch where it counts, what the
// logon type can log at all, the mailbox's licence, and its list of actions.
func Decide(o Occasion) Verdict {
	for _, rule := range []func(*Occasion) (Verdict, bool){
		(*Occasion).organizationSwitch, (*Occasion).bypass, (*Occasion).mailboxSwitch, (*Occasion).impossible, (*Occasion).licence,
	} {
		if v, decided := rule(&o); decided {
			return v
		}
	}
	return o.listed()
}

// PolicyOf returns the profile that holds for a mailbox: that of the
// organization, or the fixed one of group mailboxes.
func (o *Organization) PolicyOf(m *Mailbox) *Profile {
	if p := o.Profile(); !p.OnByDefault || !strings.EqualFold(m.RecipientTypeDetails, "GroupMailbox") {
		return p
	}
	return GroupMailboxProfile()
}

// OnByDefault reports whether a mailbox is audited although its AuditEnabled is
// false: user, shared and group mailboxes are, resources are not.
func (m *Mailbox) OnByDefault(p *Profile) bool {
	switch m.RecipientTypeDetails {
	case "RoomMailbox", "EquipmentMailbox", "PublicFolderMailbox":
		return false
	}
	return p.OnByDefault
}

func (o *Occasion) organizationSwitch() (Verdict, bool) {
	if !o.Organization.Profile().OnByDefault || !o.Organization.AuditDisabled {
		return Verdict{}, false
	}
	return Verdict{Setting: "AuditDisabled of the organization", Value: "True",
		Reason: "AuditDisabled of the organization is True, so nothing is audited, whatever the mailbox's settings are."}, true
}

func (o *Occasion) bypass() (Verdict, bool) {
	return Verdict{Setting: "AuditBypassEnabled of the acting user", Value: "True",
		Reason: "The acting user has an audit bypass association (AuditBypassEnabled is True); nothing that this account does is logged in any mailbox."}, o.Bypassed
}

func (o *Occasion) mailboxSwitch() (Verdict, bool) {
	if o.Mailbox.AuditEnabled || o.Mailbox.OnByDefault(o.Organization.Profile()) {
		return Verdict{}, false
	}
	v := Verdict{Setting: "AuditEnabled of the mailbox", Value: "False", Reason: "AuditEnabled of the mailbox is False."}
	if o.Organization.Profile().OnByDefault {
		v.Reason = "AuditEnabled of the mailbox is False, and resource mailboxes are not audited by default."
	}
	return v, true
}

// impossible refuses what cannot be logged for a logon type at all.
func (o *Occasion) impossible() (Verdict, bool) {
	p := o.Organization.PolicyOf(o.Mailbox)
	if int(o.Logon) < len(LogonTypes) && p.Possible(o.Logon).Has(o.Action) {
		return Verdict{}, false
	}
	return Verdict{Setting: "the service", Value: "not supported", Default: true,
		Reason: fmt.Sprintf("The action %s cannot be logged for the logon type %s in an organization of the profile %s.", o.Action, o.Logon, p.Name)}, true
}

// licence refuses what the licence of the mailbox does not bring, and MessageBind
// where it brings MailItemsAccessed instead.
func (o *Occasion) licence() (Verdict, bool) {
	p := o.Organization.PolicyOf(o.Mailbox)
	advanced := o.Mailbox.HasAdvancedAuditing()
	v := Verdict{Setting: "the licence of the mailbox", Value: "without advanced auditing", Default: true,
		Reason: fmt.Sprintf("%s is logged for mailboxes whose licence brings advanced auditing (E5, A5, G5); PersistedCapabilities of this one has neither %s nor %s.",
			o.Action, PlanAdvancedAuditing, planAnalytics)}
	if o.Action == ActionMessageBind && advanced {
		v.Value, v.Reason = "with advanced auditing", "MessageBind is deprecated for mailboxes with advanced auditing, which log MailItemsAccessed instead."
	}
	return v, p.knowsLicences() && (licensedActions.Has(o.Action) && !advanced || o.Action == ActionMessageBind && advanced)
}

// listed looks into the list of actions that the mailbox has for the logon type.
func (o *Occasion) listed() Verdict {
	p := o.Organization.PolicyOf(o.Mailbox)
	actions := o.Mailbox.Audited(p, o.Logon)
	property := "Audit" + o.Logon.String()
	v := Verdict{Logged: actions.Has(o.Action), Setting: property + " of the mailbox", Value: strings.Join(actions.Names(), ", "),
		Default: o.Mailbox.FollowsDefaults(p, o.Logon)}
	contains, source := "contains", "the list was set on the mailbox"
	if !v.Logged {
		contains = "does not contain"
	}
	if v.Default {
		source = fmt.Sprintf("the list is the service's default (DefaultAuditSet has %s) since %s", o.Logon, p.Since)
	}
	v.Reason = fmt.Sprintf("%s %s %s; %s.", v.Setting, contains, o.Action, source)
	return v
}

// remarks are what holds for single actions beyond the lists.
var remarks = []struct {
	action Action
	logons LogonSet
	text   string
}{
	{ActionFolderBind, Logons(LogonDelegate), "A delegate's FolderBind is logged once per folder in 24 hours."},
	{ActionMailboxLogin, AllLogons, "MailboxLogin is logged for POP3, IMAP4 and OAuth logons only."},
	{ActionMailItemsAccessed, AllLogons, "After 1000 records of MailItemsAccessed in 24 hours a mailbox writes none for 24 hours (IsThrottled)."},
	{ActionMailItemsAccessed, AllLogons, "MailItemsAccessed needs a licence with advanced auditing."},
	{ActionSend, AllLogons, "Send needs a licence with advanced auditing."},
	{ActionSearchQueryInitiated, AllLogons, "SearchQueryInitiated needs a licence with advanced auditing and is never a default."},
	{ActionSendAs, AllLogons, "The entry is in the log of the mailbox as which the message was sent, not of the sender."},
	{ActionSendOnBehalf, AllLogons, "The entry is in the log of the mailbox on whose behalf the message was sent, not of the sender."},
}

// Remarks tell what else has a part in whether such an entry is written, and how
// long it is kept.
func (o *Occasion) Remarks() []string {
	var out []string
	for _, r := range remarks {
		if r.action == o.Action && r.logons.Has(o.Logon) {
			out = append(out, r.text)
		}
	}
	return append(out, "Entries are kept for "+FormatTimeSpan(o.Mailbox.AuditLogAgeLimit)+" (AuditLogAgeLimit).")
}
