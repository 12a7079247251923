package exchange

import (
	"slices"
	"strings"
	"time"

	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var messageTraceCmdlets = []cmdlet{
	permissionCmdlet("Get-MessageTrace", "Gives which messages went through the service.", "@(Get-MessageTrace -SenderAddress nobody@contoso.com).Count", "0", getMessageTrace),
	permissionCmdlet("Get-MessageTraceV2", "Gives which messages went through the service.", "@(Get-MessageTraceV2 -SenderAddress nobody@contoso.com).Count", "0", getMessageTrace),
}

const (
	kindMessageTrace = "messageTrace"
	// traceWindow is how far a trace looks back without a date.
	traceWindow = 48 * time.Hour
)

// getMessageTrace emits the traces that the parameters ask for, newest first.
func getMessageTrace(c *call) error {
	t, err := c.organization()
	if err != nil {
		return err
	}
	start, end := c.date("StartDate"), c.date("EndDate")
	if err := checkRange(start, end); err != nil {
		return c.report(err)
	}
	if end.IsZero() {
		end = t.Now()
	}
	if start.IsZero() {
		start = end.Add(-traceWindow)
	}
	type trace struct {
		at    time.Time
		shown value.Value
	}
	var found []trace
	err = c.view(func(r store.Reader) error {
		for o, err := range r.Objects(kindMessageTrace) {
			if err != nil {
				return err
			}
			at, err := tenant.ParseTime(o.Properties.Text("Received"))
			if err != nil || at.Before(start) || at.After(end) || !c.traces(o) {
				continue
			}
			shown := newObject("MessageTraceV2")
			shown.putKnown(o.Properties)
			found = append(found, trace{at, shown.value()})
		}
		return nil
	})
	slices.SortStableFunc(found, func(a, b trace) int { return b.at.Compare(a.at) })
	for _, f := range c.tracePage(len(found)) {
		if err := c.emit(found[f].shown); err != nil {
			return err
		}
	}
	return c.report(err)
}

// traces applies the parameters that narrow a trace.
func (c *call) traces(o *tenant.Object) bool {
	for _, name := range []string{"SenderAddress", "RecipientAddress", "Status", "FromIP", "ToIP", "MessageId"} {
		wanted := c.texts(name)
		if len(wanted) > 0 && !slices.ContainsFunc(wanted, func(w string) bool { return like(w, o.Properties.Text(name)) }) {
			return false
		}
	}
	subject := c.text("Subject")
	return subject == "" || strings.Contains(strings.ToLower(o.Properties.Text("Subject")), strings.ToLower(subject))
}

// tracePage returns which of n traces -Page, -PageSize and -ResultSize show.
func (c *call) tracePage(n int) []int {
	size, page := defaultResults, 1
	for _, p := range []struct {
		name string
		to   *int
	}{{"PageSize", &size}, {"ResultSize", &size}, {"Page", &page}} {
		if c.has(p.name) {
			*p.to = int(c.value(p.name).Int64())
		}
	}
	var out []int
	for i := (page - 1) * size; i < min(page*size, n); i++ {
		out = append(out, i)
	}
	return out
}
