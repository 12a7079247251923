package task

import (
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// clientIP is the address from which the session's cmdlets come.
const clientIP = "203.0.113.10"

// LogChange writes what the call did into the admin audit log and, in the
// cloud, the unified log.
func (c *Call) LogChange(w store.Writer, target string) error {
	return store.LogChange(w, &tenant.Change{Cmdlet: c.Ctx.Command().Name, Caller: c.Caller(), Target: target, Parameters: c.LoggedParameters(),
		At: c.Tenant.Now(), ClientIP: clientIP, Server: shapes.ServerName + " (15.20.6699.020)"})
}

// LoggedParameters are the given parameters as the logs show them.
func (c *Call) LoggedParameters() []tenant.Parameter {
	var out []tenant.Parameter
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
		out = append(out, tenant.Parameter{Name: p.Name, Value: text})
	}
	return out
}
