package mailboxes

import (
	"fmt"
	"strings"
	"time"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const newExportExample = `New-MailboxExportRequest sales -FilePath \\server\pst\sales.pst -Name Sales | Out-Null; `

var exportRequestCmdlets = []task.Cmdlet{
	task.New("New-MailboxExportRequest", "Exports a mailbox to a file, in the background.", `(New-MailboxExportRequest sales -FilePath \\server\pst\sales.pst).Status`, "Queued", newExportRequest),
	task.New("Get-MailboxExportRequest", "Gives the exports.", newExportExample+"(Get-MailboxExportRequest -Mailbox sales).Name", "Sales", getExportRequest),
	task.New("Remove-MailboxExportRequest", "Removes an export.", newExportExample+"Get-MailboxExportRequest | Remove-MailboxExportRequest -Confirm:$false; @(Get-MailboxExportRequest).Count", "0", removeExportRequest),
}

const (
	kindExportRequest = "mailboxExportRequest"
	// exportTime is how long an export takes, by the clock.
	exportTime = 10 * time.Minute
	// defaultRequests is how many requests of one mailbox get a name of their own.
	defaultRequests = 10
)

func newExportRequest(c *task.Call) error {
	path := c.Text("FilePath")
	if !strings.HasPrefix(path, `\\`) {
		return c.Report(task.InvalidArgument("The file path \"%s\" isn't a UNC path. Exports need a path in the form \\\\server\\share\\file.pst.", path))
	}
	identity := c.Identity("Mailbox")
	if ok, err := c.Confirm(fmt.Sprintf("Creating mailbox export request for mailbox \"%s\".", identity)); !ok || err != nil {
		return err
	}
	var made *tenant.Object
	err := c.Update(func(w store.Writer) error {
		m, err := c.Mailbox(w, identity)
		if err != nil {
			return err
		}
		name := c.Text("Name")
		for i := 0; name == "" && i < defaultRequests; i++ {
			candidate := strings.TrimSuffix(fmt.Sprintf("MailboxExport%d", i), "0")
			if _, err := w.Object(kindExportRequest, m.Name+`\`+candidate); err != nil {
				name = candidate
			}
		}
		if _, err := w.Object(kindExportRequest, m.Name+`\`+name); err == nil {
			return task.Failure("Microsoft.Exchange.Management.Tasks.NameMustBeUniquePermanentException", "The name must be unique per mailbox. There is already a request with the name \"%s\".", name)
		}
		made = &tenant.Object{Kind: kindExportRequest, Identity: m.Name + `\` + name, Properties: tenant.BagOf("Name", name, "Mailbox", m.Name, "FilePath", path,
			"BatchName", c.Text("BatchName"), "Created", tenant.FormatTime(c.Tenant.Now()))}
		return w.PutObject(made)
	})
	if err != nil {
		return c.Report(err)
	}
	return c.Emit(exportRequest(made, c.Tenant.Now()))
}

// exportRequest shows an export as far as it has come by the clock.
func exportRequest(r *tenant.Object, now time.Time) value.Value {
	created, _ := tenant.ParseTime(r.Properties.Text("Created"))
	status := "Completed"
	switch passed := now.Sub(created); {
	case passed < time.Minute:
		status = "Queued"
	case passed < exportTime:
		status = "InProgress"
	}
	o := value.NewObject(16)
	o.TypeNames = []string{"Deserialized.Microsoft.Exchange.Management.RecipientTasks.MailboxExportRequest", "Deserialized.System.Object"}
	o.Set("FilePath", value.Str(r.Properties.Text("FilePath")))
	o.Set("Mailbox", value.Str(r.Properties.Text("Mailbox")))
	o.Set("Name", value.Str(r.Properties.Text("Name")))
	o.Set("RequestGuid", shapes.GUIDOf(tenant.DerivedGUID(r.Kind, r.Identity)))
	o.Set("RequestQueue", value.Str("Mailbox Database 1"))
	o.Set("Flags", value.Str("IntraOrg, Pull"))
	o.Set("BatchName", value.Str(r.Properties.Text("BatchName")))
	o.Set("Status", value.Str(status))
	o.Set("Protect", value.Bool(false))
	o.Set("Suspend", value.Bool(false))
	o.Set("WhenCreated", shapes.DateOf(created))
	o.Set("WhenChanged", shapes.DateOf(created))
	o.Set("Identity", value.Str(r.Identity))
	o.Set("IsValid", value.Bool(true))
	o.Set("ObjectState", value.Str("New"))
	shapes.WithText(o)
	return value.Obj(o)
}

func getExportRequest(c *task.Call) error {
	identity, mailbox, status := c.Identity("Identity"), c.Identity("Mailbox"), c.Text("Status")
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		for o, err := range r.Objects(kindExportRequest) {
			if err != nil {
				return err
			}
			if identity != "" && !strings.EqualFold(identity, o.Identity) || mailbox != "" && !task.SameUser(r, o.Properties.Text("Mailbox"), mailbox) ||
				c.Has("Name") && !task.Like(c.Text("Name"), o.Properties.Text("Name")) {
				continue
			}
			shown := exportRequest(o, c.Tenant.Now())
			if known, ok := value.As[*value.PSObject](shown); ok && status != "" {
				if v, _ := known.Get("status"); !strings.EqualFold(status, v.Text()) {
					continue
				}
			}
			list = append(list, shown)
		}
		if identity != "" && len(list) == 0 {
			return task.IdentityError(identity, &tenant.NotFoundError{Identity: identity})
		}
		return nil
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

func removeExportRequest(c *task.Call) error {
	identity := c.Identity("Identity")
	if ok, err := c.Confirm(fmt.Sprintf("Removing completed mailbox export request \"%s\".", identity)); !ok || err != nil {
		return err
	}
	return c.Report(c.Update(func(w store.Writer) error {
		if _, err := w.Object(kindExportRequest, identity); err != nil {
			return task.IdentityError(identity, err)
		}
		return w.RemoveObject(kindExportRequest, identity)
	}))
}
