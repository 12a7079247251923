package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func loadRunspaces(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	one := func(*value.Call) (value.Value, error) { return value.Obj(&runspace{}), nil }
	r.Static("runspace CreateRunspace()", one)
	r.Static("runspace CreateRunspace(System.Object hostOrState)", one)
	r.Static("runspace CreateRunspace(System.Object host, System.Object initialSessionState)", one)
	pool := func(*value.Call) (value.Value, error) { return value.Obj(&runspace{pool: true}), nil }
	r.Static("System.Management.Automation.Runspaces.RunspacePool CreateRunspacePool()", pool)
	r.Static("System.Management.Automation.Runspaces.RunspacePool CreateRunspacePool(System.Object initialSessionState)", pool)
	r.Static("System.Management.Automation.Runspaces.RunspacePool CreateRunspacePool(int minRunspaces, int maxRunspaces)", pool)
	r.Static("System.Management.Automation.Runspaces.RunspacePool CreateRunspacePool(int minRunspaces, int maxRunspaces, System.Object host)", pool)
	r.Static("System.Management.Automation.Runspaces.RunspacePool CreateRunspacePool(int minRunspaces, int maxRunspaces, System.Object initialSessionState, System.Object host)", pool)
}

func loadRunspace(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	silent := func(run func(s *runspace, f *Frame) error) func(*value.Call) (value.Value, error) {
		return func(c *value.Call) (value.Value, error) {
			s, _ := value.As[*runspace](c.This)
			f, ok := c.Env.(*Frame)
			if !ok {
				return value.Void, nil
			}
			return value.Void, run(s, f)
		}
	}
	r.Method("void Open()", silent(func(s *runspace, f *Frame) error {
		s.opened = true
		if s.pool {
			return nil
		}
		_, err := s.open(f.session)
		return err
	}))
	closing := silent(func(s *runspace, _ *Frame) error { s.opened = false; return nil })
	r.Method("void Close()", closing)
	r.Method("void Dispose()", closing)
	r.Get("System.Management.Automation.Runspaces.RunspaceStateInfo RunspaceStateInfo", property(func(s *runspace) value.Value {
		o := value.NewObject(1)
		o.Set("State", value.Str(s.state()))
		return value.Obj(o)
	}))
	if t == nil || t.Name == "Runspace" {
		r.Get("System.Management.Automation.Runspaces.SessionStateProxy SessionStateProxy", property(func(s *runspace) value.Value { return value.Obj(&proxy{s}) }))
		r.Get("string Name", func(value.Value) value.Value { return value.Str("Runspace") })
		r.Property("string ThreadOptions", func(value.Env, value.Value) (value.Value, error) { return value.Str("Default"), nil },
			func(value.Env, value.Value, value.Value) error { return nil })
		r.Property("string ApartmentState", func(value.Env, value.Value) (value.Value, error) { return value.Str("Unknown"), nil },
			func(value.Env, value.Value, value.Value) error { return nil })
	}
}

func (s *runspace) state() string {
	if s.opened || s.session != nil {
		return "Opened"
	}
	return "BeforeOpen"
}

// proxy gives access to the variables of another session.
type proxy struct{ of *runspace }

// PSType returns SessionStateProxy.
func (*proxy) PSType() *value.Type { return typeProxy }

func loadProxy(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	within := func(run func(s *Session, args []value.Value) (value.Value, error)) func(*value.Call) (value.Value, error) {
		return func(c *value.Call) (value.Value, error) {
			p, _ := value.As[*proxy](c.This)
			f, ok := c.Env.(*Frame)
			if !ok {
				return value.Null, nil
			}
			s, err := p.of.open(f.session)
			if err != nil {
				return value.Null, err
			}
			return run(s, c.Args)
		}
	}
	r.Method("void SetVariable(string name, System.Object value)", within(func(s *Session, a []value.Value) (value.Value, error) {
		return value.Void, s.Global.Set(a[0].Text(), a[1])
	}))
	r.Method("System.Object GetVariable(string name)", within(func(s *Session, a []value.Value) (value.Value, error) {
		v, _ := s.Global.Get(value.Fold(a[0].Text()))
		return v, nil
	}))
}

// initialState is an InitialSessionState: sessions always begin with all
// commands.
type initialState struct{ value.Extended }

// PSType returns InitialSessionState.
func (*initialState) PSType() *value.Type { return typeInitialState }

func loadInitialState(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	for _, name := range []string{"Create", "CreateDefault", "CreateDefault2"} {
		r.Static("initialsessionstate "+name+"()", func(*value.Call) (value.Value, error) { return value.Obj(&initialState{}), nil })
	}
	r.Method("void ImportPSModule(string[] name)", func(c *value.Call) (value.Value, error) {
		if c.Args[0].IsNull() {
			return value.Null, value.NewException("System.ArgumentNullException", "Value cannot be null. (Parameter 'name')")
		}
		return value.Void, nil
	})
}
