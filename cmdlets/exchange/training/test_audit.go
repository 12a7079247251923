package training

import (
	"fmt"
	"strings"
	"time"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const typeVerdict = "Exolab.AuditVerdict"

// TestAudit is Test-ExolabAudit.
type TestAudit struct {
	Mailbox   value.Value `ps:"position=0,mandatory,pipeline,byname,alias=Identity,help=The mailbox: any identity."`
	LogonType []string    `ps:"position=1,byname,validateset=Admin|Delegate|Owner,help=As what somebody is in the mailbox; without it the answer is given for all three."`
	Operation []string    `ps:"position=2,byname,alias=Action,help=The operations; without it all that the logon type can log."`
	User      value.Value `ps:"byname,help=Who would do it: gives the logon type and counts the user's audit bypass."`
}

// change is a cmdlet that set what decides.
type change struct {
	at time.Time
	by string
}

// Process emits one verdict for each logon type and operation.
func (c *TestAudit) Process(ctx *runtime.Context) error {
	t, err := task.Organization(ctx)
	if err != nil {
		return err
	}
	var out []value.Value
	err = t.View(func(r store.Reader) error {
		occasions, err := c.occasions(ctx, r)
		for _, o := range occasions {
			verdict := tenant.Decide(o)
			changed, err := lastChange(t, &o, verdict, c.user(ctx))
			if err != nil {
				return err
			}
			out = append(out, verdictObject(&o, verdict, changed))
		}
		return err
	})
	for _, v := range out {
		if err := ctx.Emit(v); err != nil {
			return err
		}
	}
	return report(ctx, err)
}

func (c *TestAudit) user(ctx *runtime.Context) string {
	if c.User.IsNull() || c.User.IsVoid() {
		return ""
	}
	return shapes.IdentityOf(ctx.Env(), c.User)
}

// report writes an error about the arguments to the error stream.
func report(ctx *runtime.Context, err error) error {
	if record := task.RecordOf(err); record != nil {
		return ctx.WriteError(record)
	}
	return err
}

// occasions are all that the parameters ask about.
func (c *TestAudit) occasions(ctx *runtime.Context, r store.Reader) ([]tenant.Occasion, error) {
	org, err := r.Organization()
	if err != nil {
		return nil, err
	}
	m, err := task.FindMailbox(r, shapes.IdentityOf(ctx.Env(), c.Mailbox))
	if err != nil {
		return nil, err
	}
	logons := tenant.LogonTypes[:]
	if len(c.LogonType) > 0 {
		set, err := tenant.ParseLogons(c.LogonType...)
		if err != nil {
			return nil, err
		}
		logons = set.List()
	}
	bypassed := false
	if identity := c.user(ctx); identity != "" {
		user, err := task.FindMailbox(r, identity)
		if err != nil {
			return nil, err
		}
		bypassed = user.AuditBypassEnabled
		if len(c.LogonType) == 0 {
			logons = []tenant.LogonType{tenant.LogonDelegate}
			if user.ExchangeGUID == m.ExchangeGUID {
				logons = []tenant.LogonType{tenant.LogonOwner}
			}
		}
	}
	wanted, err := c.operations()
	if err != nil {
		return nil, err
	}
	var out []tenant.Occasion
	for _, logon := range logons {
		actions := wanted
		if len(actions) == 0 {
			actions = org.PolicyOf(m).Possible(logon).List()
		}
		for _, action := range actions {
			out = append(out, tenant.Occasion{Organization: org, Mailbox: m, Logon: logon, Action: action, Bypassed: bypassed})
		}
	}
	return out, nil
}

// operations reads -Operation, whose elements may be lists with commas.
func (c *TestAudit) operations() ([]tenant.Action, error) {
	set, err := tenant.ParseActions(c.Operation...)
	if err != nil {
		return nil, task.InvalidArgument("%s. The operations are: %s.", capital(err.Error()), strings.Join(tenant.ActionNames()[1:], ", "))
	}
	return set.List(), nil
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// settingChanges tells which cmdlet and parameter change a setting that decides.
var settingChanges = []struct{ setting, cmdlet, parameter string }{
	{"AuditDisabled of the organization", "Set-OrganizationConfig", "AuditDisabled"},
	{"AuditBypassEnabled of the acting user", "Set-MailboxAuditBypassAssociation", "AuditBypassEnabled"},
	{"AuditEnabled of the mailbox", "Set-Mailbox", "AuditEnabled"},
	{"AuditAdmin of the mailbox", "Set-Mailbox", "AuditAdmin"},
	{"AuditDelegate of the mailbox", "Set-Mailbox", "AuditDelegate"},
	{"AuditOwner of the mailbox", "Set-Mailbox", "AuditOwner"},
}

// lastChange looks in the admin audit log for who set what decides.
func lastChange(t store.Tenant, o *tenant.Occasion, v tenant.Verdict, user string) (change, error) {
	for _, row := range settingChanges {
		if row.setting != v.Setting {
			continue
		}
		for e, err := range t.AdminLog(time.Time{}, time.Time{}) {
			if err != nil {
				return change{}, err
			}
			about := o.Mailbox.IdentityNames()
			switch row.cmdlet {
			case "Set-OrganizationConfig":
				about = nil
			case "Set-MailboxAuditBypassAssociation":
				about = []string{tenant.FoldName(user)}
			}
			if strings.EqualFold(e.CmdletName, row.cmdlet) && hasParameter(e, row.parameter) && isAbout(e, about) {
				return change{e.RunDate, e.Caller}, nil
			}
		}
	}
	return change{}, nil
}

// hasParameter reports whether the cmdlet was given a parameter, or another one
// that sets the same.
func hasParameter(e *tenant.AdminAuditEntry, name string) bool {
	_, given := parameterOf(e, name)
	if _, restored := parameterOf(e, "DefaultAuditSet"); restored && name != "AuditEnabled" && strings.HasPrefix(name, "Audit") {
		return true
	}
	return given
}

func parameterOf(e *tenant.AdminAuditEntry, name string) (string, bool) {
	v, _ := e.Properties.Get("CmdletParameters")
	list, _ := v.([]any)
	for _, element := range list {
		if b, ok := element.(tenant.Bag); ok && strings.EqualFold(b.Text("Name"), name) {
			return b.Text("Value"), true
		}
	}
	return "", false
}

// isAbout reports whether the cmdlet worked on an object of one of the names;
// no names are any object.
func isAbout(e *tenant.AdminAuditEntry, names []string) bool {
	identity, _ := parameterOf(e, "Identity")
	for _, name := range names {
		if name == tenant.FoldName(identity) || name == tenant.FoldName(e.ObjectModified) {
			return true
		}
	}
	return names == nil
}

// verdictObject shows a verdict.
func verdictObject(o *tenant.Occasion, v tenant.Verdict, changed change) value.Value {
	p := o.Organization.PolicyOf(o.Mailbox)
	shown := value.NewObject(12)
	shown.TypeNames = []string{typeVerdict}
	shown.Set("Mailbox", value.Str(o.Mailbox.PrimarySMTPAddress))
	shown.Set("LogonType", value.Str(o.Logon.String()))
	shown.Set("Operation", value.Str(o.Action.String()))
	shown.Set("Logged", value.Bool(v.Logged))
	shown.Set("Setting", value.Str(v.Setting))
	shown.Set("Value", value.Str(v.Value))
	shown.Set("IsDefault", value.Bool(v.Default))
	shown.Set("Profile", value.Str(fmt.Sprintf("%s (%s)", p.Name, p.Since)))
	shown.Set("Since", value.Null)
	shown.Set("ChangedBy", value.Null)
	if !changed.at.IsZero() {
		shown.Set("Since", shapes.DateOf(changed.at))
		shown.Set("ChangedBy", value.Str(changed.by))
	}
	shown.Set("Reason", value.Str(reason(v, changed)))
	shown.Set("Remarks", value.Strings(o.Remarks()...))
	return value.Obj(shown)
}

// reason adds to the verdict's sentence since when it is so.
func reason(v tenant.Verdict, changed change) string {
	if changed.at.IsZero() || v.Default {
		return v.Reason
	}
	return fmt.Sprintf("%s Set by %s on %s.", v.Reason, changed.by, changed.at.Format("2006-01-02 15:04:05Z"))
}
