package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func loadVariable(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string Name", property(func(v *Variable) value.Value { return value.Str(v.Name) }))
	r.Property("string Description", fromVariable(func(v *Variable) value.Value { return value.Str(v.Description()) }),
		func(_ value.Env, this, to value.Value) error {
			variableOf(this).SetDescription(to.Text())
			return nil
		})
	r.Property("System.Object Value",
		func(_ value.Env, this value.Value) (value.Value, error) {
			v, _ := value.As[*Variable](this)
			return v.Read(), nil
		},
		func(_ value.Env, this, to value.Value) error {
			v, _ := value.As[*Variable](this)
			return v.Assign(to)
		})
	r.Property("System.Management.Automation.ScopedItemOptions Options",
		fromVariable(func(v *Variable) value.Value { return value.Enum(TypeOptions, int64(v.Options())) }), setOptions)
	r.Get("string ModuleName", property(func(*Variable) value.Value { return value.Str("") }))
	r.Get("psmoduleinfo Module", property(func(*Variable) value.Value { return value.Null }))
	r.Property("System.Management.Automation.SessionStateEntryVisibility Visibility",
		fromVariable(func(*Variable) value.Value { return value.Str("Public") }),
		func(_ value.Env, _, to value.Value) error {
			if value.ToString(nil, to) == "Public" {
				return nil
			}
			return dotnet.Throw("System.Management.Automation.PSNotSupportedException", "exolab does not emulate private variables of a session; Visibility can only be Public.")
		})
	r.Get("System.Collections.ObjectModel.Collection[System.Attribute] Attributes",
		property(func(*Variable) value.Value { return value.Obj(value.NewArray(nil)) }))
	r.Method("bool IsValidValue(System.Object value)", func(c *value.Call) (value.Value, error) {
		v := variableOf(c.This)
		if v.more == nil {
			return value.True, nil
		}
		_, err := v.admit(c.Args[0])
		return value.Bool(err == nil), nil
	})
	r.Constructor("(string name)", newVariable)
	r.Constructor("(string name, System.Object value)", newVariable)
	r.Constructor("(string name, System.Object value, System.Management.Automation.ScopedItemOptions options)", newVariable)
	r.Constructor("(string name, System.Object value, System.Management.Automation.ScopedItemOptions options, System.Collections.ObjectModel.Collection[System.Attribute] attributes)", func(c *value.Call) (value.Value, error) {
		if len(dotnet.ItemsOf(c.Args[3])) > 0 {
			return value.Null, dotnet.Throw("System.Management.Automation.PSNotSupportedException", "exolab gives variables their attributes by declarations only; the collection must be empty.")
		}
		return newVariable(&value.Call{Env: c.Env, Args: c.Args[:3]})
	})
}

func variableOf(v value.Value) *Variable { return dotnet.Of[*Variable](v) }

func fromVariable(f func(v *Variable) value.Value) func(value.Env, value.Value) (value.Value, error) {
	return func(_ value.Env, this value.Value) (value.Value, error) { return f(variableOf(this)), nil }
}

// setOptions changes a variable's options: those of a protected one stay, and
// only a new variable can be made constant.
func setOptions(_ value.Env, this, to value.Value) error {
	v, options := variableOf(this), int(to.Int64())
	if v.Options()&(OptionReadOnly|OptionConstant) != 0 {
		return notWritable(v.Name)
	}
	if options&OptionConstant != 0 {
		return dotnet.Throw("System.Management.Automation.SessionStateUnauthorizedAccessException",
			"Existing variable %s cannot be made constant. Variables can be made constant only at creation time.", v.Name)
	}
	v.SetOptions(options)
	return nil
}

// newVariable makes a variable that belongs to no scope yet.
func newVariable(c *value.Call) (value.Value, error) {
	name := dotnet.TextArg(c, 0)
	if name == "" {
		return value.Null, dotnet.ThrowParam("System.Management.Automation.PSArgumentException", "name",
			"Cannot process argument because the value of argument \"name\" is not valid. Change the value of the \"name\" argument and run the operation again.")
	}
	v := &Variable{Name: name, folded: value.Fold(name), mode: varPlain}
	if len(c.Args) > 1 {
		v.Value = c.Args[1]
	}
	if len(c.Args) > 2 {
		v.SetOptions(int(c.Args[2].Int64()))
	}
	return value.Obj(v), nil
}
