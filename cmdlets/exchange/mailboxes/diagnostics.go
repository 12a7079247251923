package mailboxes

import (
	"fmt"
	"strings"
	"time"

	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
)

var diagnosticCmdlets = []task.Cmdlet{
	task.New("Export-MailboxDiagnosticLogs", "Gives what the assistants noted about a mailbox.",
		"([xml](Export-MailboxDiagnosticLogs test1 -ExtendedProperties).MailboxLog).Properties.MailboxTable.Property.Name -contains 'ELCLastSuccessTimestamp'", "True", exportDiagnosticLogs),
}

// exportDiagnosticLogs emits the log of a component, which is empty unless
// something failed, or the extended properties as XML.
func exportDiagnosticLogs(c *task.Call) error {
	identity := c.Identity("Identity")
	o := value.NewObject(6)
	err := c.View(func(r store.Reader) error {
		m, err := c.Mailbox(r, identity)
		if err != nil {
			return err
		}
		component := c.Text("ComponentName")
		log := ""
		if c.On("ExtendedProperties") {
			component, log = "ExtendedProperties", extendedProperties(c.Tenant.Now())
		} else if !strings.EqualFold(component, "HoldTracking") && !strings.EqualFold(component, "SubstrateHoldTracking") {
			return task.Failure("Microsoft.Exchange.Management.Tasks.DiagnosticLogNotFoundException", "The diagnostics log for component '%s' couldn't be found in mailbox '%s'.", component, m.Name)
		} else {
			log = "[]"
		}
		o.TypeNames = []string{"Deserialized.Microsoft.Exchange.Management.Tasks.MailboxDiagnosticLogs", "Deserialized.System.Object"}
		o.Set("MailboxLog", value.Str(log))
		o.Set("LogName", value.Str(component))
		o.Set("Identity", value.Str(m.Name))
		o.Set("IsValid", value.Bool(true))
		o.Set("ObjectState", value.Str("New"))
		return nil
	})
	if err != nil {
		return c.Report(err)
	}
	return c.Emit(value.Obj(o))
}

func extendedProperties(now time.Time) string {
	ran := now.Add(-7 * time.Hour).Format("1/2/2006 3:04:05 PM")
	var rows strings.Builder
	for _, p := range [][2]string{{"ELCLastSuccessTimestamp", ran}, {"ElcLastRunTotalProcessingTime", "250"}, {"ElcLastRunSubAssistantProcessingTime", "120"},
		{"ElcLastRunUpdatedFolderCount", "0"}, {"ElcLastRunTaggedFolderCount", "0"}, {"ElcLastRunDeletedFromRootItemCount", "0"}, {"ElcLastRunDeletedFromDumpsterItemCount", "0"},
		{"ELCAssistantLock", ""}} {
		fmt.Fprintf(&rows, "<Property><Name>%s</Name><Value>%s</Value></Property>", p[0], p[1])
	}
	return "<?xml version=\"1.0\" encoding=\"utf-16\"?><Properties><MailboxTable>" + rows.String() + "</MailboxTable></Properties>"
}
