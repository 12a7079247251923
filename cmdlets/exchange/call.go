package exchange

import (
	"strings"

	"exolab/runtime"
	"exolab/runtime/value"
	"exolab/store"
)

// call is one invocation of an emulated cmdlet.
type call struct {
	cmdlet *cmdlet
	params []*runtime.Param
	values []value.Value
	ctx    *runtime.Context
	tenant store.Tenant
	// count is how many objects the call has emitted, over all input.
	count int
}

// Bind keeps the value of a parameter.
func (c *call) Bind(i int, v value.Value) error {
	if c.values == nil {
		c.values = make([]value.Value, len(c.params))
	}
	if i < len(c.values) {
		c.values[i] = v
	}
	return nil
}

// Unbind forgets what a pipeline object gave a parameter.
func (c *call) Unbind(i int) error {
	if i < len(c.values) {
		c.values[i] = value.Value{}
	}
	return nil
}

// Begin keeps the context.
func (c *call) Begin(ctx *runtime.Context) error {
	c.ctx = ctx
	return nil
}

// Process runs the cmdlet for the present input.
func (c *call) Process(*runtime.Context) error { return c.cmdlet.run(c) }

// End does nothing.
func (c *call) End(*runtime.Context) error { return nil }

// Clean does nothing.
func (c *call) Clean(*runtime.Context) error { return nil }

// organization opens the organization on first use.
func (c *call) organization() (store.Tenant, error) {
	if c.tenant != nil {
		return c.tenant, nil
	}
	var err error
	c.tenant, err = organization(c.ctx)
	return c.tenant, err
}

// view reads the organization; a failure of the store ends the command.
func (c *call) view(f func(r store.Reader) error) error {
	t, err := c.organization()
	if err != nil {
		return err
	}
	return c.fault(t.View(f))
}

// update changes the organization: all that f does, or nothing.
func (c *call) update(f func(w store.Writer) error) error {
	t, err := c.organization()
	if err != nil {
		return err
	}
	return c.fault(t.Update(f))
}

// has reports whether a parameter was given.
func (c *call) has(name string) bool { return c.ctx.Bound(name) }

// value returns what was given for a parameter; Null if nothing was.
func (c *call) value(name string) value.Value {
	for i, p := range c.params {
		if strings.EqualFold(p.Name, name) && i < len(c.values) {
			return c.values[i]
		}
	}
	return value.Null
}

// text returns a parameter as text.
func (c *call) text(name string) string { return value.ToString(c.ctx.Env(), c.value(name)) }

// texts returns the elements of a parameter as text; one text with commas is
// a list as well, as the documented commands write it.
func (c *call) texts(name string) []string { return textsOf(c.ctx.Env(), c.value(name)) }

// on reports whether a switch or Boolean parameter is true.
func (c *call) on(name string) bool {
	v := value.Unwrap(c.value(name))
	if on, ok := value.AsSwitch(v); ok {
		return on
	}
	return v.Kind() == value.KindBool && v.AsBool()
}

// emit writes one object.
func (c *call) emit(v value.Value) error {
	c.count++
	return c.ctx.Emit(v)
}
