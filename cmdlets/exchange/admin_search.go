package exchange

import (
	"strings"

	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var adminAuditCmdlets = []cmdlet{
	permissionCmdlet("Search-AdminAuditLog", "Searches the log of the cmdlets that changed something.", "Set-Mailbox sales -AuditLogAgeLimit 120; (Search-AdminAuditLog -Cmdlets Set-Mailbox -ResultSize 1).ObjectModified", "Sales", searchAdminAuditLog),
	permissionCmdlet("Write-AdminAuditLog", "Writes a comment into the admin audit log.", "Write-AdminAuditLog -Comment 'Review of March'; (Search-AdminAuditLog -ResultSize 1).CmdletName", "Write-AdminAuditLog", writeAdminAuditLog),
}

const typeAdminEvent = "Microsoft.Exchange.Management.SystemConfigurationTasks.AdminAuditLogEvent"

var adminEventNames = []string{"Deserialized." + typeAdminEvent, "Deserialized.System.Object"}

func searchAdminAuditLog(c *call) error {
	start, end := c.date("StartDate"), c.date("EndDate")
	if err := checkRange(start, end); err != nil {
		return c.report(err)
	}
	if c.has("Parameters") && !c.has("Cmdlets") {
		return c.report(invalidArgument("The Parameters parameter can only be used together with the Cmdlets parameter."))
	}
	t, err := c.organization()
	if err != nil {
		return err
	}
	left, err := c.resultSize()
	if err != nil {
		return err
	}
	skip := 0
	if c.has("StartIndex") {
		skip = int(c.value("StartIndex").Int64())
	}
	for entry, err := range t.AdminLog(start, end) {
		if err != nil {
			return c.fault(err)
		}
		if !c.wantsAdminEntry(entry) {
			continue
		}
		if skip--; skip >= 0 {
			continue
		}
		if left == 0 {
			return nil
		}
		left--
		if err := c.emit(adminEntryObject(entry)); err != nil {
			return err
		}
	}
	return nil
}

// wantsAdminEntry applies the parameters that narrow the search.
func (c *call) wantsAdminEntry(e *tenant.AdminAuditEntry) bool {
	if c.has("IsSuccess") && c.on("IsSuccess") != e.Succeeded {
		return false
	}
	for _, f := range []struct{ parameter, have string }{{"Cmdlets", e.CmdletName}, {"UserIds", e.Caller}, {"ObjectIds", e.ObjectModified}} {
		if wanted := c.texts(f.parameter); len(wanted) > 0 && !containsFold(wanted, f.have) && !containsFold(wanted, lastPart(f.have)) {
			return false
		}
	}
	wanted := c.texts("Parameters")
	if len(wanted) == 0 {
		return true
	}
	for _, name := range parameterNames(e) {
		if containsFold(wanted, name) {
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
		return valueOf(v)
	}
	o.Set("ObjectModified", value.Str(e.ObjectModified))
	o.Set("CmdletName", value.Str(e.CmdletName))
	o.Set("CmdletParameters", namedList(e, "CmdletParameters"))
	o.Set("ModifiedProperties", namedList(e, "ModifiedProperties"))
	o.Set("Caller", value.Str(e.Caller))
	o.Set("ExternalAccess", property("ExternalAccess"))
	o.Set("Succeeded", value.Bool(e.Succeeded))
	o.Set("Error", property("Error"))
	o.Set("RunDate", dateOf(e.RunDate))
	for _, name := range []string{"OriginatingServer", "ClientIP", "SessionId", "AppId", "ClientAppId"} {
		o.Set(name, property(name))
	}
	o.Set("Identity", value.Str(derivedGUID(e.CmdletName, e.ObjectModified, e.RunDate.String())))
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
		o := objectOf(b)
		name := b.Text("Name")
		o.SetMember(&value.Member{Name: "ToString", Kind: value.ScriptMethod, Hidden: true, Method: &value.Method{Name: "ToString",
			Overloads: []*value.Overload{{Returns: "string", Call: func(*value.Call) (value.Value, error) { return value.Str(name), nil }}}}})
		out = append(out, value.Obj(o))
	}
	return value.List(out...)
}

// maxComment is the length that a comment of the log may have.
const maxComment = 500

func writeAdminAuditLog(c *call) error {
	if n := len(value.Units(c.text("Comment"))); n > maxComment {
		return c.report(invalidArgument("The length of the Comment parameter is %d characters; the maximum is %d.", n, maxComment))
	}
	return c.report(c.update(func(w store.Writer) error { return c.logChange(w, "") }))
}
