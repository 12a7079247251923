package transport

import (
	"slices"
	"strings"
	"time"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var trackingCmdlets = []task.Cmdlet{
	task.New("Get-MessageTrackingLog", "Gives what the servers did with messages.", "@(Get-MessageTrackingLog -EventId RECEIVE)[0].Source", "SMTP", getTrackingLog),
}

// trackingDays is how long the servers keep their log.
const trackingDays = 30

// trackingEvents are what the log says of a message, by its status: EventId and
// Source of each entry.
var trackingEvents = map[string][][2]string{
	"Delivered": {{"RECEIVE", "SMTP"}, {"SUBMIT", "STOREDRIVER"}, {"DELIVER", "STOREDRIVER"}},
	"Failed":    {{"RECEIVE", "SMTP"}, {"SUBMIT", "STOREDRIVER"}, {"FAIL", "ROUTING"}},
	"Pending":   {{"RECEIVE", "SMTP"}, {"DEFER", "QUEUE"}},
}

// trackingEntry is one line of the log.
type trackingEntry struct {
	at            time.Time
	event, source string
	message       *tenant.Object
}

// getTrackingLog emits the entries that the parameters ask for, oldest first.
func getTrackingLog(c *task.Call) error {
	start, end := c.Date("Start"), c.Date("End")
	if err := task.CheckRange(start, end); err != nil {
		return c.Report(err)
	}
	var entries []trackingEntry
	err := c.View(func(r store.Reader) error {
		if err := task.CheckServer(r, c.Identity("Server")); err != nil {
			return err
		}
		oldest := c.Tenant.Now().AddDate(0, 0, -trackingDays)
		for o, err := range r.Objects(kindMessageTrace) {
			if err != nil {
				return err
			}
			received, err := tenant.ParseTime(o.Properties.Text("Received"))
			if err != nil || received.Before(oldest) || !tracked(c, o) {
				continue
			}
			for i, e := range trackingEvents[o.Properties.Text("Status")] {
				at := received.Add(time.Duration(i) * time.Second)
				if (start.IsZero() || !at.Before(start)) && (end.IsZero() || !at.After(end)) && (!c.Has("EventId") || strings.EqualFold(c.Text("EventId"), e[0])) &&
					(!c.Has("Source") || strings.EqualFold(c.Text("Source"), e[1])) {
					entries = append(entries, trackingEntry{at, e[0], e[1], o})
				}
			}
		}
		return nil
	})
	if err != nil {
		return c.Report(err)
	}
	slices.SortStableFunc(entries, func(a, b trackingEntry) int { return a.at.Compare(b.at) })
	list := make([]value.Value, len(entries))
	for i, e := range entries {
		list[i] = e.object()
	}
	return c.Report(c.EmitSized(list))
}

// tracked applies the parameters that name a message.
func tracked(c *task.Call, o *tenant.Object) bool {
	known := o.Properties.Text
	for _, p := range [][2]string{{"Sender", "SenderAddress"}, {"MessageId", "MessageId"}, {"NetworkMessageId", "MessageTraceId"}} {
		if c.Has(p[0]) && !strings.EqualFold(c.Text(p[0]), known(p[1])) {
			return false
		}
	}
	if recipients := c.Texts("Recipients"); len(recipients) > 0 && !task.ContainsFold(recipients, known("RecipientAddress")) {
		return false
	}
	return strings.Contains(strings.ToLower(known("Subject")), strings.ToLower(c.Text("MessageSubject")))
}

func (e trackingEntry) object() value.Value {
	known := e.message.Properties.Text
	size, _ := e.message.Properties.Get("Size")
	o := value.NewObject(28)
	o.TypeNames = []string{"Deserialized.Microsoft.Exchange.Management.TransportLogSearchTasks.MessageTrackingEvent", "Deserialized.System.Object"}
	o.Set("Timestamp", shapes.DateOf(e.at))
	for _, p := range [][2]string{{"ClientIp", known("FromIP")}, {"ClientHostname", "EX01"}, {"ServerIp", "10.0.0.5"}, {"ServerHostname", "EX01"}, {"SourceContext", ""},
		{"ConnectorId", `EX01\Default EX01`}, {"Source", e.source}, {"EventId", e.event}} {
		o.Set(p[0], value.Str(p[1]))
	}
	o.Set("InternalMessageId", value.Long(int64(len(known("MessageId")))*1000+e.at.Unix()%1000))
	o.Set("MessageId", value.Str(known("MessageId")))
	o.Set("NetworkMessageId", value.Str(known("MessageTraceId")))
	o.Set("Recipients", value.Strings(known("RecipientAddress")))
	o.Set("RecipientStatus", value.Strings())
	o.Set("TotalBytes", shapes.ValueOf(size))
	o.Set("RecipientCount", value.Int(1))
	o.Set("RelatedRecipientAddress", value.Null)
	o.Set("Reference", value.Null)
	o.Set("MessageSubject", value.Str(known("Subject")))
	o.Set("Sender", value.Str(known("SenderAddress")))
	o.Set("ReturnPath", value.Str(known("SenderAddress")))
	o.Set("Directionality", value.Str("Originating"))
	o.Set("TenantId", value.Str(""))
	o.Set("OriginalClientIp", value.Str(known("FromIP")))
	o.Set("MessageInfo", value.Str(""))
	o.Set("MessageLatency", value.Null)
	o.Set("MessageLatencyType", value.Str("None"))
	o.Set("EventData", value.Null)
	o.Set("TransportTrafficType", value.Str("Email"))
	return value.Obj(o)
}
