package transport

import (
	"strings"
	"time"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const detailExample = "Get-MessageTraceV2 -StartDate (Get-Date).AddDays(-9) -EndDate (Get-Date) -ResultSize 1 | "

var traceDetailCmdlets = []task.Cmdlet{
	task.New("Get-MessageTraceDetail", "Gives what the service did with a message.", detailExample+"Get-MessageTraceDetail | Select-Object -First 1 | ForEach-Object Event", "Receive", getTraceDetail),
	task.New("Get-MessageTraceDetailV2", "Gives what the service did with a message.", detailExample+"Get-MessageTraceDetailV2 | Select-Object -First 1 | ForEach-Object Event", "Receive", getTraceDetail),
}

// traceStep is one thing that happens to a message, some time after it came in.
type traceStep struct {
	event, action, detail string
	after                 time.Duration
}

// stepsOf are the steps that lead to a status.
func stepsOf(status string) []traceStep {
	steps := []traceStep{{"Receive", "", "Message received by: " + shapes.ServerName, 0}, {"Submit", "", "The message was submitted.", time.Second}}
	switch status {
	case "Failed":
		return append(steps, traceStep{"Fail", "", "Reason: [{LED=550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup};{MSG=};{FQDN=};{IP=};{LRT=}]", 2 * time.Second})
	case "Pending":
		return append(steps, traceStep{"Defer", "", "The message was deferred.", 2 * time.Second})
	}
	return append(steps, traceStep{"Deliver", "", "The message was successfully delivered.", 3 * time.Second})
}

func getTraceDetail(c *task.Call) error {
	id, recipient, wanted := c.Text("MessageTraceId"), c.Text("RecipientAddress"), c.Texts("Event")
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		for o, err := range r.Objects(kindMessageTrace) {
			if err != nil {
				return err
			}
			if !strings.EqualFold(o.Properties.Text("MessageTraceId"), id) || !strings.EqualFold(o.Properties.Text("RecipientAddress"), recipient) {
				continue
			}
			received, err := tenant.ParseTime(o.Properties.Text("Received"))
			if err != nil {
				return err
			}
			for _, step := range stepsOf(o.Properties.Text("Status")) {
				if (len(wanted) == 0 || task.ContainsFold(wanted, step.event)) && within(c, received.Add(step.after)) {
					list = append(list, stepObject(o, step, received))
				}
			}
		}
		return nil
	})
	if err != nil {
		return c.Report(err)
	}
	for _, i := range tracePage(c, len(list)) {
		if err := c.Emit(list[i]); err != nil {
			return err
		}
	}
	return nil
}

func stepObject(o *tenant.Object, step traceStep, received time.Time) value.Value {
	out := value.NewObject(12)
	out.TypeNames = []string{"Deserialized.Microsoft.Exchange.Management.FfoReporting.MessageTraceDetail", "Deserialized.System.Object"}
	out.Set("MessageId", value.Str(o.Properties.Text("MessageId")))
	out.Set("MessageTraceId", shapes.GUIDOf(o.Properties.Text("MessageTraceId")))
	out.Set("Date", shapes.DateOf(received.Add(step.after)))
	out.Set("Event", value.Str(step.event))
	out.Set("Action", value.Str(step.action))
	out.Set("Detail", value.Str(step.detail))
	out.Set("Data", value.Str("<root></root>"))
	out.Set("SenderAddress", value.Str(o.Properties.Text("SenderAddress")))
	out.Set("RecipientAddress", value.Str(o.Properties.Text("RecipientAddress")))
	return value.Obj(out)
}

// within applies -StartDate and -EndDate.
func within(c *task.Call, at time.Time) bool {
	start, end := c.Date("StartDate"), c.Date("EndDate")
	return !at.Before(start) && (end.IsZero() || !at.After(end))
}
