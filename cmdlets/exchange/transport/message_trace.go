package transport

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var messageTraceCmdlets = []task.Cmdlet{
	task.New("Get-MessageTrace", "Gives which messages went through the service.", "@(Get-MessageTrace -SenderAddress nobody@contoso.com).Count", "0", getMessageTrace),
	task.New("Get-MessageTraceV2", "Gives which messages went through the service.", "@(Get-MessageTraceV2 -SenderAddress nobody@contoso.com).Count", "0", getMessageTrace),
}

const (
	kindMessageTrace = "messageTrace"
	// traceWindow is how far a trace looks back without a date.
	traceWindow = 48 * time.Hour
)

// getMessageTrace emits the traces that the parameters ask for, newest first.
func getMessageTrace(c *task.Call) error {
	t, err := c.Organization()
	if err != nil {
		return err
	}
	start, end := c.Date("StartDate"), c.Date("EndDate")
	if err := task.CheckRange(start, end); err != nil {
		return c.Report(err)
	}
	if end.IsZero() {
		end = t.Now()
	}
	if start.IsZero() {
		start = end.Add(-traceWindow)
	}
	if err := checkWindow(c, t.Now(), start, end); err != nil {
		return c.Report(err)
	}
	type trace struct {
		at        time.Time
		recipient string
		shown     value.Value
	}
	var found []trace
	err = c.View(func(r store.Reader) error {
		for o, err := range r.Objects(kindMessageTrace) {
			if err != nil {
				return err
			}
			at, err := tenant.ParseTime(o.Properties.Text("Received"))
			if err != nil || at.Before(start) || at.After(end) || !traces(c, o) || !comesAfter(c, at, end, o.Properties.Text("RecipientAddress")) {
				continue
			}
			shown := shapes.New("MessageTraceV2")
			shown.PutKnown(o.Properties)
			found = append(found, trace{at, strings.ToLower(o.Properties.Text("RecipientAddress")), shown.Value()})
		}
		return nil
	})
	slices.SortStableFunc(found, func(a, b trace) int { return cmp.Or(b.at.Compare(a.at), cmp.Compare(a.recipient, b.recipient)) })
	for _, f := range tracePage(c, len(found)) {
		if err := c.Emit(found[f].shown); err != nil {
			return err
		}
	}
	return c.Report(err)
}

// How far back traces go, in days, and how many days one search of the newer cmdlet
// covers at most.
const (
	traceHistory      = 10
	traceHistoryNewer = 90
	traceInterval     = 10 * 24 * time.Hour
)

// checkWindow is the error for a time before the oldest trace, or for too long an
// interval.
func checkWindow(c *task.Call, now, start, end time.Time) error {
	history := traceHistory
	if c.Cmdlet.Name == "Get-MessageTraceV2" {
		if history = traceHistoryNewer; end.Sub(start) > traceInterval+time.Second {
			return task.InvalidArgument("The interval between StartDate and EndDate can't be longer than 10 days.")
		}
	}
	if start.Before(now.Truncate(24*time.Hour).AddDate(0, 0, -history)) {
		return task.InvalidArgument("Invalid StartDate value. The StartDate can't be older than %d days from today.", history)
	}
	return nil
}

// traces applies the parameters that narrow a trace.
func traces(c *task.Call, o *tenant.Object) bool {
	for _, name := range []string{"SenderAddress", "RecipientAddress", "Status", "FromIP", "ToIP", "MessageId", "MessageTraceId"} {
		wanted := c.Texts(name)
		if len(wanted) > 0 && !slices.ContainsFunc(wanted, func(w string) bool { return task.Like(w, o.Properties.Text(name)) }) {
			return false
		}
	}
	return hasSubject(c, o.Properties.Text("Subject"))
}

// hasSubject applies -Subject as -SubjectFilterType says.
func hasSubject(c *task.Call, subject string) bool {
	wanted, subject := strings.ToLower(c.Text("Subject")), strings.ToLower(subject)
	switch strings.ToLower(c.Text("SubjectFilterType")) {
	case "startswith":
		return strings.HasPrefix(subject, wanted)
	case "endswith":
		return strings.HasSuffix(subject, wanted)
	}
	return strings.Contains(subject, wanted)
}

// comesAfter reports whether a trace belongs to what follows the last one of a
// search before, which ended at the time of EndDate: of one moment, those after the
// recipient that -StartingRecipientAddress names.
func comesAfter(c *task.Call, at, end time.Time, recipient string) bool {
	last := strings.ToLower(c.Text("StartingRecipientAddress"))
	return last == "" || at.Before(end) || strings.ToLower(recipient) > last
}

// tracePage returns which of n traces -Page, -PageSize and -ResultSize show.
func tracePage(c *task.Call, n int) []int {
	size, page := task.DefaultResults, 1
	for _, p := range []struct {
		name string
		to   *int
	}{{"PageSize", &size}, {"ResultSize", &size}, {"Page", &page}} {
		if c.Has(p.name) {
			*p.to = int(c.Value(p.name).Int64())
		}
	}
	var out []int
	for i := (page - 1) * size; i < min(page*size, n); i++ {
		out = append(out, i)
	}
	return out
}
