package system

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var typeLazy = dotnet.GenericDefinition("System.Lazy`1", "Lazy`1")

// lazy is a Lazy<T>: a value made when it is first asked for.
type lazy struct {
	value.Extended
	t    *value.Type
	make value.Invoker
	held value.Value
	made bool
}

// PSType returns the Lazy type.
func (l *lazy) PSType() *value.Type { return l.t }

func (l *lazy) value(env value.Env) (value.Value, error) {
	if l.made {
		return l.held, nil
	}
	var v value.Value
	var err error
	if l.make == nil {
		v, err = dotnet.New(env, l.t.Args[0], nil)
	} else {
		v, err = l.make.Invoke(env)
	}
	if err == nil {
		v, err = dotnet.CastTo(env, v, l.t.Args[0])
	}
	if err != nil {
		return value.Null, err
	}
	l.held, l.made = v, true
	return v, nil
}

func loadLazy(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	of := "System.Object"
	if len(t.Args) == 1 {
		of = dotnet.ShortName(t.Args[0])
	}
	b.Get("bool IsValueCreated", func(v value.Value) value.Value { return value.Bool(dotnet.Of[*lazy](v).made) })
	b.Property(of+" Value", func(env value.Env, v value.Value) (value.Value, error) { return dotnet.Of[*lazy](v).value(env) }, nil)
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value {
		if l := dotnet.Of[*lazy](c.This); l.made {
			return value.Str(dotnet.ToText(c.Env, l.held))
		}
		return value.Str("Value is not created.")
	}))
	made := dotnet.Give(func(c *value.Call) value.Value {
		l := &lazy{t: c.Type}
		if len(c.Args) > 0 {
			if l.make = dotnet.Invoker(c.Args[0]); l.make == nil && c.Args[0].Kind() != value.KindBool {
				l.held, l.made = c.Args[0], true
			}
		}
		return value.Obj(l)
	})
	for _, params := range [...]string{"()", "(System.Func[T] valueFactory)", "(System.Func[T] valueFactory, bool isThreadSafe)", "(bool isThreadSafe)", "(T value)"} {
		b.Constructor(params, made)
	}
}
