package auditlog

import (
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store/tenant"
)

var adminAuditCmdlets = []task.Cmdlet{
	task.New("Search-AdminAuditLog", "Searches the log of the cmdlets that changed something.", "Set-Mailbox sales -AuditLogAgeLimit 120; (Search-AdminAuditLog -Cmdlets Set-Mailbox -ResultSize 1).ObjectModified", "Sales", searchAdminAuditLog),
	task.New("Write-AdminAuditLog", "Writes a comment into the admin audit log.", "Write-AdminAuditLog -Comment 'Review of March'; (Search-AdminAuditLog -ResultSize 1).CmdletName", "Write-AdminAuditLog", writeAdminAuditLog),
}

const typeAdminEvent = "Microsoft.Exchange.Management.SystemConfigurationTasks.AdminAuditLogEvent"

var adminEventNames = []string{"Deserialized." + typeAdminEvent, "Deserialized.System.Object"}

func searchAdminAuditLog(c *task.Call) error {
	start, end := c.Date("StartDate"), c.Date("EndDate")
	if err := task.CheckRange(start, end); err != nil {
		return c.Report(err)
	}
	if c.Has("Parameters") && !c.Has("Cmdlets") {
		return c.Report(task.InvalidArgument("The Parameters parameter can only be used together with the Cmdlets parameter."))
	}
	if err := adminLogReachable(c); err != nil {
		return c.Report(err)
	}
	t, err := c.Organization()
	if err != nil {
		return err
	}
	left, err := c.ResultSize()
	if err != nil {
		return err
	}
	if c.Has("ResultSize") && (left < 1 || left > adminMaximum) && !strings.EqualFold(c.Text("ResultSize"), "Unlimited") {
		return c.Report(outOfRange(c, "ResultSize", left, 1, adminMaximum))
	}
	skip := 0
	if c.Has("StartIndex") {
		skip = int(c.Value("StartIndex").Int64())
	}
	for entry, err := range t.AdminLog(start, end) {
		if err != nil {
			return c.Fault(err)
		}
		if !wantsAdminEntry(c, entry) {
			continue
		}
		if skip--; skip >= 0 {
			continue
		}
		if left == 0 {
			return nil
		}
		left--
		if err := c.Emit(adminEntryObject(entry)); err != nil {
			return err
		}
	}
	return nil
}

// adminMaximum is how many entries a search gives at most; "Unlimited", which one
// page of the documentation allows, gives them all.
const adminMaximum = 250000

// wantsAdminEntry applies the parameters that narrow the search.
func wantsAdminEntry(c *task.Call, e *tenant.AdminAuditEntry) bool {
	if c.Has("IsSuccess") && c.On("IsSuccess") != e.Succeeded {
		return false
	}
	for _, f := range []struct{ parameter, have string }{{"Cmdlets", e.CmdletName}, {"UserIds", e.Caller}, {"ObjectIds", e.ObjectModified}} {
		if wanted := c.Texts(f.parameter); len(wanted) > 0 && !task.ContainsFold(wanted, f.have) && !task.ContainsFold(wanted, lastPart(f.have)) {
			return false
		}
	}
	wanted := c.Texts("Parameters")
	if len(wanted) == 0 {
		return true
	}
	for _, name := range parameterNames(e) {
		if task.ContainsFold(wanted, name) {
			return true
		}
	}
	return false
}

func lastPart(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

func parameterNames(e *tenant.AdminAuditEntry) []string {
	list, _ := e.Properties.Get("CmdletParameters")
	items, _ := list.([]any)
	var out []string
	for _, item := range items {
		if b, ok := item.(tenant.Bag); ok {
			out = append(out, b.Text("Name"))
		}
	}
	return out
}

func adminEntryObject(e *tenant.AdminAuditEntry) value.Value {
	o := value.NewObject(16)
	o.TypeNames = adminEventNames
	property := func(name string) value.Value {
		v, _ := e.Property(name)
		return shapes.ValueOf(v)
	}
	o.Set("ObjectModified", value.Str(e.ObjectModified))
	o.Set("CmdletName", value.Str(e.CmdletName))
	o.Set("CmdletParameters", namedList(e, "CmdletParameters"))
	o.Set("ModifiedProperties", namedList(e, "ModifiedProperties"))
	o.Set("Caller", value.Str(e.Caller))
	o.Set("ExternalAccess", property("ExternalAccess"))
	o.Set("Succeeded", value.Bool(e.Succeeded))
	o.Set("Error", property("Error"))
	o.Set("RunDate", shapes.DateOf(e.RunDate))
	for _, name := range []string{"OriginatingServer", "ClientIP", "SessionId", "AppId", "ClientAppId"} {
		o.Set(name, property(name))
	}
	o.Set("Identity", value.Str(tenant.DerivedGUID(e.CmdletName, e.ObjectModified, e.RunDate.String())))
	o.Set("IsValid", value.Bool(true))
	o.Set("ObjectState", value.Str("New"))
	return value.Obj(o)
}

// namedList shows parameters or properties, whose text is their name.
func namedList(e *tenant.AdminAuditEntry, property string) value.Value {
	list, _ := e.Properties.Get(property)
	items, _ := list.([]any)
	out := make([]value.Value, 0, len(items))
	for _, item := range items {
		b, ok := item.(tenant.Bag)
		if !ok {
			continue
		}
		o := shapes.ObjectOf(b)
		name := b.Text("Name")
		o.SetMember(&value.Member{Name: "ToString", Kind: value.ScriptMethod, Hidden: true, Method: &value.Method{Name: "ToString",
			Overloads: []*value.Overload{{Returns: "string", Call: func(*value.Call) (value.Value, error) { return value.Str(name), nil }}}}})
		out = append(out, value.Obj(o))
	}
	return value.List(out...)
}

// maxComment is the length that a comment of the log may have.
const maxComment = 500

func writeAdminAuditLog(c *task.Call) error {
	if n := len(value.Units(c.Text("Comment"))); n > maxComment {
		return c.Report(task.InvalidArgument("The length of the Comment parameter is %d characters; the maximum is %d.", n, maxComment))
	}
	return c.Report(c.LogRun())
}
