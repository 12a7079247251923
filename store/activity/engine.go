package activity

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"exolab/store"
	"exolab/store/content"
	"exolab/store/tenant"
)

// Engine performs activities in an organization that is being written to.
type Engine struct {
	w   store.Writer
	org *tenant.Organization
	now time.Time
	// log reads a mailbox's entries as they were before this transaction; nil
	// while the organization is being made.
	log func(m *tenant.Mailbox, q tenant.AuditQuery) iter.Seq2[*tenant.AuditEntry, error]
	// bound is when a delegate's opening of a folder was last logged, accesses how
	// many records of MailItemsAccessed there were, in this transaction.
	bound    map[string]time.Time
	accesses map[string]int
}

// New makes an engine that writes with w; t is the organization, nil while it
// is being made.
func New(t store.Tenant, w store.Writer, now time.Time) (*Engine, error) {
	org, err := w.Organization()
	if err != nil {
		return nil, err
	}
	e := &Engine{w: w, org: org, now: now, bound: map[string]time.Time{}, accesses: map[string]int{}}
	if t != nil {
		e.log = t.Audit
	}
	return e, nil
}

// doing is one activity on its way.
type doing struct {
	engine  *Engine
	a       Activity
	result  *Result
	folder  string       // the clean path of the folder
	box     *content.Box // of the mailbox, once it was needed
	session string
	ip      string
}

// Perform does what an activity says, changes the organization and logs what
// its policy wants logged. A refusal is an *Error; nothing was changed then.
func (e *Engine) Perform(a Activity) (*Result, error) {
	k, err := findKind(a.Activity)
	if err != nil {
		return nil, err
	}
	d := &doing{engine: e, a: a, result: &Result{Activity: k.name, Time: a.Time}}
	if err := d.resolve(); err != nil {
		return nil, err
	}
	if err := d.permit(k.right); err != nil {
		return nil, err
	}
	if err := k.do(d); err != nil {
		return nil, err
	}
	return d.result, nil
}

// resolve finds the user, the mailbox and the client.
func (d *doing) resolve() error {
	r, e := d.result, d.engine
	if r.Time.IsZero() {
		r.Time = e.now
	}
	if r.Time.After(e.now) {
		return invalid("The time %s lies after the organization's present, %s.", tenant.FormatTime(r.Time), tenant.FormatTime(e.now))
	}
	var err error
	if d.a.User == "" {
		return invalid("The activity %s does not name its user.", r.Activity)
	}
	if r.User, err = d.mailbox(d.a.User); err != nil {
		return err
	}
	r.Mailbox = r.User
	if d.a.Mailbox != "" {
		if r.Mailbox, err = d.mailbox(d.a.Mailbox); err != nil {
			return err
		}
	}
	if r.Client, err = tenant.ParseClient(d.a.Client); err != nil {
		return invalid("%s.", capital(err.Error()))
	}
	r.Logon = logonOf(r.User, r.Mailbox, r.Client)
	d.folder = content.CleanFolder(d.a.Folder)
	if d.a.Folder == "" {
		d.folder = content.Inbox
	}
	d.session = tenant.DerivedGUID(r.User.SID, r.User.UserPrincipalName, r.Client.Name, d.a.ClientIP, r.Time.Format(time.DateOnly))
	if d.ip = d.a.ClientIP; d.ip == "" {
		d.ip = usualAddress(r.User)
	}
	return nil
}

func (d *doing) mailbox(identity string) (*tenant.Mailbox, error) {
	m, err := d.engine.w.Mailbox(identity)
	var missing *tenant.NotFoundError
	var several *tenant.AmbiguousError
	switch {
	case errors.As(err, &missing):
		return nil, &Error{Exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException", ID: "ManagementObjectNotFoundException",
			Message: fmt.Sprintf("The operation couldn't be performed because object '%s' couldn't be found.", identity)}
	case errors.As(err, &several):
		return nil, &Error{Exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectAmbiguousException", ID: "ManagementObjectAmbiguousException",
			Message: fmt.Sprintf("The operation couldn't be performed because object '%s' matches multiple entries.", identity)}
	}
	return m, err
}

// usualAddress is the address of a user's workstation.
func usualAddress(m *tenant.Mailbox) string {
	return fmt.Sprintf("10.%d.%d.%d", len(m.Alias), len(m.DisplayName), 20+len(m.UserPrincipalName)%4)
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
