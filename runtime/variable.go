package runtime

import (
	"exolab/runtime/value"
)

// The options of variables, functions and aliases (ScopedItemOptions).
const (
	OptionReadOnly = 1
	OptionConstant = 2
	OptionPrivate  = 4
	OptionAllScope = 8
)

// varMode says what reading and writing a variable takes.
type varMode uint8

const (
	varUnset varMode = iota
	// varPlain may be read and written directly.
	varPlain
	// varGuarded may be read directly; writing converts, validates or fails.
	varGuarded
	// varComputed calls functions for both.
	varComputed
)

// Variable is one variable: a cell of a Scope.
type Variable struct {
	Name   string
	Value  value.Value
	folded string
	more   *variableMore
	mode   varMode
}

// variableMore holds what few variables have.
type variableMore struct {
	options     int
	description string
	// typ is the type of `[type]$x`; checks are its other attributes.
	typ    *value.Type
	checks []ParamAttribute
	// cast is set for the variables of functions: they convert as a cast does,
	// where others convert as a parameter does.
	cast bool
	env  value.Env
	get  func() value.Value
	set  func(v value.Value) error
}

// TypeVariable is System.Management.Automation.PSVariable.
var TypeVariable = &value.Type{Name: "PSVariable", FullName: "System.Management.Automation.PSVariable",
	Kind: value.KindObject, Base: value.TypeObject}

// PSType returns the type of PSVariable.
func (v *Variable) PSType() *value.Type { return TypeVariable }

// Read returns the variable's value.
func (v *Variable) Read() value.Value {
	if v.mode == varComputed && v.more.get != nil {
		return v.more.get()
	}
	return v.Value
}

// Options returns the variable's ScopedItemOptions.
func (v *Variable) Options() int {
	if v.more == nil {
		return 0
	}
	return v.more.options
}

// SetOptions replaces the variable's ScopedItemOptions.
func (v *Variable) SetOptions(options int) {
	if options == 0 && v.more == nil {
		return
	}
	v.extra().options = options
	v.guard()
}

// Description returns the variable's description.
func (v *Variable) Description() string {
	if v.more == nil {
		return ""
	}
	return v.more.description
}

// SetDescription sets the variable's description.
func (v *Variable) SetDescription(text string) {
	if text != "" || v.more != nil {
		v.extra().description = text
	}
}

// Assign does what an assignment to the variable does: it converts to the
// declared type, runs the validations and refuses read-only variables.
func (v *Variable) Assign(to value.Value) error { return v.assign(to) }

// Constraint returns the declared type, which may be nil, and the validations
// of the variable.
func (v *Variable) Constraint() (*value.Type, []ParamAttribute) {
	if v.more == nil {
		return nil, nil
	}
	return v.more.typ, v.more.checks
}

// Force sets the value of a variable even if it is read-only.
func (v *Variable) Force(to value.Value) {
	v.Value = to
	if v.mode == varUnset {
		v.mode = varPlain
	}
}

func (v *Variable) extra() *variableMore {
	if v.more == nil {
		v.more = &variableMore{}
	}
	return v.more
}

func (v *Variable) isPrivate() bool { return v.more != nil && v.more.options&OptionPrivate != 0 }

// guard sets the mode to what the variable's extras ask for.
func (v *Variable) guard() {
	m := v.more
	switch {
	case m == nil:
		v.mode = varPlain
	case m.get != nil || m.set != nil:
		v.mode = varComputed
	case m.typ != nil || len(m.checks) > 0 || m.options&(OptionReadOnly|OptionConstant) != 0:
		v.mode = varGuarded
	default:
		v.mode = varPlain
	}
}

func (v *Variable) assign(to value.Value) error {
	if v.mode <= varPlain {
		v.Value, v.mode = to, varPlain
		return nil
	}
	if v.more.options&(OptionReadOnly|OptionConstant) != 0 {
		return notWritable(v.Name)
	}
	if v.more.set != nil {
		return v.more.set(to)
	}
	to, err := v.admit(to)
	if err != nil {
		return err
	}
	v.Value = to
	return nil
}

// admit converts and validates a value as the variable's attributes ask.
func (v *Variable) admit(to value.Value) (value.Value, error) {
	m := v.more
	if to.IsVoid() {
		to = value.Null
	}
	var err error
	if m.typ != nil && m.cast {
		if to, err = value.Convert(m.env, to, m.typ); err != nil {
			return to, err
		}
	} else if m.typ != nil {
		if to, err = convertForVariable(m.env, to, m.typ); err != nil {
			return to, transformationError(v.Name, err)
		}
	}
	for _, check := range m.checks {
		next, err := check.Apply(m.env, to)
		if err != nil {
			if isTransformation(check) {
				return to, transformationError(v.Name, err)
			}
			return to, validationError(v.Name, to, m.env)
		}
		to = next
	}
	return to, nil
}

// constrain gives the variable a declared type and attributes; the present
// value must already satisfy them.
func (v *Variable) constrain(env value.Env, typ *value.Type, checks []ParamAttribute) {
	m := v.extra()
	if f, ok := env.(*Frame); ok {
		m.cast = len(checks) == 0 && f.isFunction()
	}
	m.env, m.typ, m.checks = env, typ, checks
	v.guard()
}
