package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// actionSuspend is reserved: no variable and no parameter may have it.
const actionSuspend action = 5

const reservedAction = "The Suspend ActionPreference value is reserved for future use and is not supported at this time. " +
	"For more information about preference variables, see the Help topic, \"about_Preference_Variables.\""

// notReserved refuses the reserved value for a preference variable.
type notReserved struct{}

// Name returns the attribute's name.
func (notReserved) Name() string { return "ArgumentTypeConverter" }

// Apply checks a value that has the variable's type already.
func (notReserved) Apply(_ value.Env, v value.Value) (value.Value, error) {
	if action(v.Int64()) != actionSuspend {
		return v, nil
	}
	e := value.NewException("System.Management.Automation.PSInvalidCastException", reservedAction)
	e.ErrorID = "InvalidActionPreference"
	return v, e
}

// Transforms marks a transformation: its errors are those of one.
func (notReserved) Transforms() {}

// convertAction converts the argument of -ErrorAction and its kin, which the
// command itself then refuses where it is null or reserved.
func (c *Context) convertAction(p *Param, v value.Value, at parser.Span) (value.Value, error) {
	if v.IsNull() {
		return v, c.bindingFailed(p, at, "Cannot convert null to type \""+TypeActionPreference.FullName+"\".")
	}
	out, err := value.Convert(c.Env(), v, TypeActionPreference)
	if err == nil && action(out.Int64()) == actionSuspend {
		return v, c.bindingFailed(p, at, reservedAction)
	}
	if err != nil && c.script() {
		return v, c.transformationFailed(p, at, err)
	}
	if err != nil {
		return c.convertForCmdlet(p, TypeActionPreference, v, at)
	}
	return out, nil
}

// bindingFailed is the refusal of a value by the command that it was given to.
func (c *Context) bindingFailed(p *Param, at parser.Span, why string) error {
	e := c.fail(exBinding, "ParameterBindingFailed", value.WriteError, at, "Cannot bind parameter '%s' to the target. %s", p.Name, why)
	e.record.Exception.Inner = value.NewException("System.Management.Automation.PSInvalidCastException", why)
	return e
}
