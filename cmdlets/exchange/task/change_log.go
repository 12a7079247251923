package task

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"exolab/cmdlets/exchange/shapes"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// LogChange writes what the call did into the admin audit log and, in the
// cloud, the unified log.
func (c *Call) LogChange(w store.Writer, target string) error {
	name, now := c.Ctx.Command().Name, c.Tenant.Now()
	parameters := c.LoggedParameters()
	bags := make([]any, len(parameters))
	for i, p := range parameters {
		bags[i] = tenant.BagOf("Name", p.Name, "Value", p.Value)
	}
	entry, err := tenant.NewAdminAuditEntry(tenant.BagOf("ObjectModified", target, "CmdletName", name, "Caller", c.Caller(), "Succeeded", true,
		"Error", "None", "RunDate", tenant.FormatTime(now), "CmdletParameters", bags, "ModifiedProperties", []any{}, "ExternalAccess", false,
		"OriginatingServer", shapes.ServerName+" (15.20.6699.020)", "ClientIP", clientIP))
	if err == nil {
		err = w.AppendAdmin(entry)
	}
	if err != nil {
		return err
	}
	org, err := w.Organization()
	if err != nil || org.Flavour != tenant.FlavourCloud {
		return err
	}
	return c.logUnified(w, org, name, target, now, parameters)
}

// clientIP is the address from which the session's cmdlets come.
const clientIP = "203.0.113.10"

type loggedParameter struct{ Name, Value string }

// LoggedParameters are the given parameters as the logs show them.
func (c *Call) LoggedParameters() []loggedParameter {
	var out []loggedParameter
	for _, p := range c.Params {
		if !c.Has(p.Name) || p.Common {
			continue
		}
		v := c.Value(p.Name)
		text := shapes.IdentityOf(c.Ctx.Env(), v)
		if items, ok := value.ListItems(v); ok {
			parts := make([]string, len(items))
			for i, item := range items {
				parts[i] = shapes.IdentityOf(c.Ctx.Env(), item)
			}
			text = strings.Join(parts, ";")
		}
		out = append(out, loggedParameter{p.Name, text})
	}
	return out
}

// adminRecord is the AuditData of an Exchange admin record, in the log's order.
type adminRecord struct {
	CreationTime      string
	Id                string
	Operation         string
	OrganizationId    string
	RecordType        int
	ResultStatus      string
	UserKey           string
	UserType          int
	Version           int
	Workload          string
	ClientIP          string
	ObjectId          string
	UserId            string
	ExternalAccess    bool
	OrganizationName  string
	OriginatingServer string
	Parameters        []loggedParameter
}

func (c *Call) logUnified(w store.Writer, org *tenant.Organization, name, target string, now time.Time, parameters []loggedParameter) error {
	record := adminRecord{
		CreationTime: now.Format("2006-01-02T15:04:05"), Id: shapes.DerivedGUID(name, target, now.String(), fmt.Sprint(parameters)), Operation: name,
		OrganizationId: shapes.DerivedGUID(org.Name, "tenant"), RecordType: 1, ResultStatus: "True", UserKey: c.Caller(), UserType: 2, Version: 1,
		Workload: "Exchange", ClientIP: clientIP, ObjectId: target, UserId: c.Caller(), OrganizationName: org.DefaultDomain(),
		OriginatingServer: shapes.ServerName + " (15.20.6699.020)", Parameters: parameters,
	}
	data, err := json.Marshal(record)
	if err != nil {
		return err
	}
	unified, err := tenant.NewUnifiedAuditRecord(tenant.BagOf("RecordType", "ExchangeAdmin", "CreationDate", tenant.FormatTime(now.Truncate(time.Second)), "UserIds", c.Caller(),
		"Operations", name, "Identity", record.Id, "AuditData", string(data)))
	if err != nil {
		return err
	}
	return w.AppendUnified(unified)
}
