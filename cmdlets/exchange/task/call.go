package task

import (
	"slices"
	"strings"

	"exolab/cmdlets/exchange/connection"
	"exolab/cmdlets/exchange/shapes"
	"exolab/runtime"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// Call is one invocation of an emulated cmdlet.
type Call struct {
	Cmdlet *Cmdlet
	Params []*runtime.Param
	values []value.Value
	Ctx    *runtime.Context
	Tenant store.Tenant
	// FilterSees gives what -Filter sees of an object where that is more than it
	// shows; nil shows all.
	FilterSees func(o *value.PSObject) *value.PSObject
	// org is the organization as the call found it, nil until it is asked for.
	org *tenant.Organization
	// count is how many objects the call has emitted, over all input.
	count int
}

// Bind keeps the value of a parameter.
func (c *Call) Bind(i int, v value.Value) error {
	if c.values == nil {
		c.values = make([]value.Value, len(c.Params))
	}
	if i < len(c.values) {
		c.values[i] = v
	}
	return nil
}

// Unbind forgets what a pipeline object gave a parameter.
func (c *Call) Unbind(i int) error {
	if i < len(c.values) {
		c.values[i] = value.Value{}
	}
	return nil
}

// Begin keeps the context.
func (c *Call) Begin(ctx *runtime.Context) error {
	c.Ctx = ctx
	return nil
}

// Process runs the cmdlet for the present input.
func (c *Call) Process(*runtime.Context) error {
	for _, check := range []func() error{c.admitted, c.granted, c.withinReadScope} {
		if err := check(); err != nil {
			return c.Report(err)
		}
	}
	if err := c.refusal(); err != nil {
		return err
	}
	return c.Cmdlet.Run(c)
}

// organization is the organization as the call found it, nil if the session has
// none that can be read.
func (c *Call) organization() *tenant.Organization {
	if c.org == nil {
		t, err := OpenFor(c.Ctx.Session())
		if err != nil {
			return nil
		}
		c.Tenant = t
		c.org = c.OrganizationOrNil()
	}
	return c.org
}

// End does nothing.
func (c *Call) End(*runtime.Context) error { return nil }

// Clean does nothing.
func (c *Call) Clean(*runtime.Context) error { return nil }

// Organization opens the organization on first use.
func (c *Call) Organization() (store.Tenant, error) {
	if c.Tenant != nil {
		return c.Tenant, nil
	}
	var err error
	c.Tenant, err = Organization(c.Ctx)
	return c.Tenant, err
}

// View reads the organization; a failure of the store ends the command.
func (c *Call) View(f func(r store.Reader) error) error {
	t, err := c.Organization()
	if err != nil {
		return err
	}
	if c.seesOwn() {
		return c.Fault(t.View(func(r store.Reader) error { return f(ownReader{r, c.Caller()}) }))
	}
	return c.Fault(t.View(f))
}

// Update changes the organization: all that f does, or nothing. What was changed
// is logged.
func (c *Call) Update(f func(w store.Writer) error) error {
	t, err := c.Organization()
	if err != nil {
		return err
	}
	return c.Fault(t.Update(func(w store.Writer) error {
		watched := &watcher{Writer: w, admits: c.writeScope(w)}
		if err := f(watched); err != nil {
			return err
		}
		return c.logChange(watched)
	}))
}

// Has reports whether a parameter was given.
func (c *Call) Has(name string) bool { return c.Ctx.Bound(name) }

// Value returns what was given for a parameter; Null if nothing was.
func (c *Call) Value(name string) value.Value {
	for i, p := range c.Params {
		if strings.EqualFold(p.Name, name) && i < len(c.values) {
			return c.values[i]
		}
	}
	return value.Null
}

// Text returns a parameter as text.
func (c *Call) Text(name string) string { return value.ToString(c.Ctx.Env(), c.Value(name)) }

// Texts returns the elements of a parameter as text; one text with commas is
// a list as well, as the documented commands write it.
func (c *Call) Texts(name string) []string { return shapes.TextsOf(c.Ctx.Env(), c.Value(name)) }

// On reports whether a switch or Boolean parameter is true.
func (c *Call) On(name string) bool {
	v := value.Unwrap(c.Value(name))
	if on, ok := value.AsSwitch(v); ok {
		return on
	}
	return v.Kind() == value.KindBool && v.AsBool()
}

// Emit writes one object.
func (c *Call) Emit(v value.Value) error {
	c.count++
	if id, remote := c.runspace(); remote {
		v = shapes.Remote(v, append(slices.Clone(c.Cmdlet.Remote), shapes.Property{Name: "RunspaceId", Value: id})...)
	}
	return c.Ctx.Emit(v)
}

// runspace is the identifier of the remote session through which the objects of
// the organization arrive, if they do.
func (c *Call) runspace() (id value.Value, remote bool) {
	if c.Tenant == nil {
		return value.Null, false
	}
	if org := c.organization(); org == nil || !org.RemoteSession() {
		return value.Null, false
	}
	return shapes.GUIDOf(connection.RunspaceID), true
}
