package activity

import (
	"time"

	"exolab/store/tenant"
)

const (
	// consolidation is how long the further openings of a folder by a delegate are
	// not logged again.
	consolidation = 24 * time.Hour
	// throttle is the number of MailItemsAccessed records in 24 hours after which
	// a mailbox writes none for as long.
	throttle = 1000
)

// log writes the entry of an event into the mailbox's log, if the policy wants
// it, and notes in the result what was decided.
func (d *doing) log(action tenant.Action, describe func(e *tenant.Event)) error {
	event := &tenant.Event{Mailbox: d.result.Mailbox, User: tenant.UserOf(d.result.User), Logon: d.result.Logon, Action: action,
		At: d.result.Time, Client: d.result.Client, ClientIP: d.ip, SessionID: d.session}
	if describe != nil {
		describe(event)
	}
	record := Record{Action: action, Mailbox: event.Mailbox}
	record.Verdict = tenant.Decide(tenant.Occasion{Organization: d.engine.org, Mailbox: event.Mailbox, Logon: event.Logon,
		Action: action, Bypassed: d.result.User.AuditBypassEnabled})
	if record.Logged {
		if err := d.hold(event, &record.Verdict); err != nil {
			return err
		}
	}
	if record.Logged {
		entry, err := event.Entry(d.engine.org.Profile())
		if err != nil {
			return err
		}
		if err := d.engine.w.AppendAudit(entry); err != nil {
			return err
		}
		record.Identity = entry.Properties.Text("Identity")
	}
	d.result.Records = append(d.result.Records, record)
	return nil
}

// hold keeps back entries that the policy admits and the service does not write.
func (d *doing) hold(e *tenant.Event, v *tenant.Verdict) error {
	switch {
	case e.Action == tenant.ActionFolderBind && e.Logon == tenant.LogonDelegate:
		return d.consolidate(e, v)
	case e.Action == tenant.ActionMailItemsAccessed:
		return d.throttle(e, v)
	case e.Action == tenant.ActionMailboxLogin && !e.Client.TracksLogin:
		*v = tenant.Verdict{Setting: "the client", Value: e.Client.Name,
			Reason: "MailboxLogin is logged for POP3, IMAP4 and OAuth logons only; " + e.Client.Name + " is none of them."}
	}
	return nil
}

// consolidate lets a delegate's FolderBind be logged once per folder in 24 hours.
func (d *doing) consolidate(e *tenant.Event, v *tenant.Verdict) error {
	key := tenant.FoldName(e.Mailbox.ExchangeGUID.String() + e.Folder + "\x00" + e.User.SID + e.User.DisplayName)
	last, known := d.engine.bound[key]
	if !known && d.engine.log != nil {
		q := tenant.AuditQuery{Start: e.At.Add(-consolidation), End: e.At, LogonTypes: tenant.Logons(tenant.LogonDelegate), Operations: []string{"FolderBind"}}
		for entry, err := range d.engine.log(e.Mailbox, q) {
			if err != nil {
				return err
			}
			if entry.Properties.Text("LogonUserSid") == e.User.SID && tenant.FoldName(entry.Properties.Text("FolderPathName")) == tenant.FoldName(e.Folder) {
				last, known = entry.LastAccessed, true
				break
			}
		}
	}
	if known && e.At.Sub(last) < consolidation && !e.At.Before(last) {
		*v = tenant.Verdict{Setting: "consolidation", Value: last.Format("2006-01-02T15:04:05Z"),
			Reason: "FolderBind of a delegate is logged once per folder in 24 hours, and it was at " + last.Format("2006-01-02T15:04:05Z") + "."}
		return nil
	}
	d.engine.bound[key] = e.At
	return nil
}

// throttle stops the records of MailItemsAccessed after a thousand in 24 hours;
// the last one says so.
func (d *doing) throttle(e *tenant.Event, v *tenant.Verdict) error {
	key := e.Mailbox.ExchangeGUID.String() + e.At.Format(time.DateOnly)
	count, known := d.engine.accesses[key]
	if !known && d.engine.log != nil {
		q := tenant.AuditQuery{Start: e.At.Add(-consolidation), End: e.At, Operations: []string{"MailItemsAccessed"}}
		for _, err := range d.engine.log(e.Mailbox, q) {
			if err != nil {
				return err
			}
			if count++; count > throttle {
				break
			}
		}
	}
	d.engine.accesses[key] = count + 1
	throttled := "False"
	switch {
	case count == throttle:
		throttled = "True"
	case count > throttle:
		*v = tenant.Verdict{Setting: "throttling", Value: "True",
			Reason: "More than 1000 records of MailItemsAccessed were written in 24 hours, so the mailbox writes none for 24 hours (IsThrottled)."}
	}
	e.Details = append(e.Details, "IsThrottled="+throttled)
	return nil
}
