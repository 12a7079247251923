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

// changes reports whether the cmdlet is one whose calls are logged: those that
// only read or try are not.
func (c *Call) changes() bool {
	verb, _, _ := strings.Cut(c.Cmdlet.Name, "-")
	switch verb {
	case "Get", "Search", "Test", "Connect", "Disconnect":
		return false
	}
	return true
}

// logChange writes what the call did into the admin audit log and, in the cloud,
// the unified log.
func (c *Call) logChange(w *watcher) error {
	if !c.changes() || !w.changed {
		return nil
	}
	change := c.change()
	change.Target = w.target
	if isVerbose(w.Writer) {
		change.Modified = w.modified
	}
	return store.LogChange(w.Writer, change)
}

// LogRun logs a cmdlet that was run and changes nothing that Update sees.
func (c *Call) LogRun() error {
	t, err := c.Organization()
	if err != nil {
		return err
	}
	return c.Fault(t.Update(func(w store.Writer) error { return store.LogChange(w, c.change()) }))
}

// change is the call as the logs show it.
func (c *Call) change() *tenant.Change {
	return &tenant.Change{Cmdlet: c.Ctx.Command().Name, Caller: c.Caller(), Target: c.Identity("Identity"), Parameters: c.LoggedParameters(),
		At: c.Tenant.Now(), ClientIP: clientIP, Server: shapes.ServerName + " (15.20.6699.020)"}
}

// logFailure logs that the call failed with one of Exchange's errors. It is told
// even where the organization cannot be written to: the error itself counts more.
func (c *Call) logFailure(failure error) {
	if c.Tenant == nil || !c.changes() {
		return
	}
	change := c.change()
	change.Failure = failure.Error()
	_ = c.Tenant.Update(func(w store.Writer) error { return store.LogChange(w, change) })
}

// isVerbose reports whether the admin audit log holds what was modified.
func isVerbose(r store.Reader) bool {
	for o, err := range r.Objects("adminAuditLogConfig") {
		return err == nil && strings.EqualFold(o.Properties.Text("LogLevel"), "Verbose")
	}
	return false
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
