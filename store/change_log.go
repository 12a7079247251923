package store

import (
	"strings"
	"time"

	"exolab/store/tenant"
)

// The cmdlet and parameter that switch the unified log on and off.
const (
	ingestionCmdlet    = "Set-AdminAuditLogConfig"
	ingestionParameter = "UnifiedAuditLogIngestionEnabled"
)

// LogChange writes a change into the admin audit log, unless that is switched
// off, and, in the cloud, into the unified log, unless it takes nothing in.
// Switching them is always logged.
func LogChange(w Writer, change *tenant.Change) error {
	entry, err := change.AdminEntry()
	if err != nil {
		return err
	}
	switches := strings.EqualFold(change.Cmdlet, ingestionCmdlet)
	if switches || isOn(w, "AdminAuditLogEnabled") {
		if err := w.AppendAdmin(entry); err != nil {
			return err
		}
	}
	org, err := w.Organization()
	if err != nil || org.Flavour != tenant.FlavourCloud || !switches && !isOn(w, ingestionParameter) {
		return err
	}
	record, err := tenant.UnifiedOf(entry, org)
	if err != nil {
		return err
	}
	return w.AppendUnified(record)
}

// isOn reads a switch of the audit configuration, which is on unless it was
// switched off.
func isOn(r Reader, name string) bool {
	for o, err := range r.Objects("adminAuditLogConfig") {
		if err != nil {
			return true
		}
		v, set := o.Properties.Get(name)
		on, known := v.(bool)
		return !set || !known || on
	}
	return true
}

// Span is a stretch of time; a zero end is open.
type Span struct{ Start, End time.Time }

// Includes reports whether a time lies in the span.
func (s Span) Includes(t time.Time) bool {
	return !t.Before(s.Start) && (s.End.IsZero() || t.Before(s.End))
}

// IngestionGaps returns when the unified log took nothing in, the latest first.
func IngestionGaps(t Tenant) ([]Span, error) {
	set := false
	err := t.View(func(r Reader) error {
		for o, err := range r.Objects("adminAuditLogConfig") {
			if err != nil {
				return err
			}
			_, set = o.Properties.Get(ingestionParameter)
		}
		return nil
	})
	if err != nil || !set {
		return nil, err // it was never switched
	}
	var gaps []Span
	var later time.Time // when the switch was set next
	for e, err := range t.AdminLog(time.Time{}, time.Time{}) {
		if err != nil {
			return nil, err
		}
		if !strings.EqualFold(e.CmdletName, ingestionCmdlet) || !e.Succeeded {
			continue
		}
		for _, p := range e.Properties.Bags("CmdletParameters") {
			if !strings.EqualFold(p.Text("Name"), ingestionParameter) {
				continue
			}
			if strings.EqualFold(p.Text("Value"), "False") {
				gaps = append(gaps, Span{e.RunDate.Truncate(time.Second), later}) // records have whole seconds
			}
			later = e.RunDate
		}
	}
	return gaps, nil
}
