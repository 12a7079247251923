package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// typeAccelerators is the engine's table of short type names. Scripts reach it
// through the engine's assembly, to list the names or to add their own.
var typeAccelerators = engineType("TypeAccelerators", loadTypeAccelerators)

func loadTypeAccelerators(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.StaticGet("System.Collections.Generic.Dictionary[string,type] Get", func(env value.Env) value.Value {
		d := &value.Dict{T: value.GenericOf(dotnet.MustType("System.Collections.Generic.Dictionary`2"), value.TypeString, value.TypeType)}
		for short, full := range dotnet.Accelerators() {
			d.Set(value.Str(short), value.Obj(full))
		}
		if f, ok := env.(*Frame); ok {
			for short, full := range f.session.accelerators {
				d.Set(value.Str(short), value.Obj(full))
			}
		}
		return value.Obj(d)
	})
	r.Static("void Add(string typeName, type type)", onAccelerators(func(s *Session, name string, args []value.Value) value.Value {
		full, ok := value.As[*value.Type](args[1])
		if !ok {
			return value.Void
		}
		if s.accelerators == nil {
			s.accelerators = map[string]*value.Type{}
		}
		s.accelerators[name] = full
		s.Types.Define(name, func() *value.Type { return full })
		return value.Void
	}))
	r.Static("bool Remove(string typeName)", onAccelerators(func(s *Session, name string, _ []value.Value) value.Value {
		_, known := s.accelerators[name]
		if known {
			delete(s.accelerators, name)
			s.Types.Forget(name)
		}
		return value.Bool(known)
	}))
}

func onAccelerators(act func(s *Session, name string, args []value.Value) value.Value) func(*value.Call) (value.Value, error) {
	return func(c *value.Call) (value.Value, error) {
		f, ok := c.Env.(*Frame)
		if !ok {
			return value.Null, nil
		}
		return act(f.session, dotnet.TextArg(c, 0), c.Args), nil
	}
}
