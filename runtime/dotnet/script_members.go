package dotnet

import "exolab/runtime/value"

// ThisInvoker is a script block that can run with $this set.
type ThisInvoker interface {
	value.Invoker
	// InvokeThis calls it with $this and arguments.
	InvokeThis(env value.Env, this value.Value, args ...value.Value) (value.Value, error)
}

func invokeThis(env value.Env, f value.Invoker, this value.Value, args ...value.Value) (value.Value, error) {
	if f == nil {
		return value.Null, nil
	}
	if t, ok := f.(ThisInvoker); ok {
		return t.InvokeThis(env, this, args...)
	}
	return f.Invoke(env, args...)
}

// NewScriptProperty makes a ScriptProperty; set may be nil. The scripts see
// the object as $this.
func NewScriptProperty(name string, get, set value.Invoker) *value.Member {
	m := &value.Member{Name: name, Kind: value.ScriptProperty, Type: "System.Object", Definition: scriptDefinition(name, get, set)}
	m.Get = func(env value.Env, this value.Value) (value.Value, error) { return invokeThis(env, get, this) }
	if set != nil {
		m.Set = func(env value.Env, this, to value.Value) error {
			_, err := invokeThis(env, set, this, to)
			return err
		}
	}
	return m
}

func scriptDefinition(name string, get, set value.Invoker) string {
	d := "System.Object " + name + " {get=" + ToText(nil, value.Obj(get)) + ";"
	if set != nil {
		d += "set=" + ToText(nil, value.Obj(set)) + ";"
	}
	return d + "}"
}

// NewScriptMethod makes a ScriptMethod that runs a script with $this set.
func NewScriptMethod(name string, script value.Invoker) *value.Member {
	o := &value.Overload{Returns: "System.Object", Params: []value.Param{{Name: "args", Type: value.TypeObjectArray, Rest: true}}}
	o.Call = func(c *value.Call) (value.Value, error) {
		return invokeThis(c.Env, script, c.This, Of[*value.Array](c.Args[0]).Items...)
	}
	return &value.Member{Name: name, Kind: value.ScriptMethod, Definition: "System.Object " + name + "();",
		Method: &value.Method{Name: name, Overloads: []*value.Overload{o}}}
}
