package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// onHosting makes a method of a PowerShell object from a function on it.
func onHosting(run func(h *hosting, f *Frame, args []value.Value) (value.Value, error)) func(*value.Call) (value.Value, error) {
	return func(c *value.Call) (value.Value, error) {
		h, _ := value.As[*hosting](c.This)
		f, ok := c.Env.(*Frame)
		if !ok {
			return value.Null, nil
		}
		return run(h, f, c.Args)
	}
}

func loadHosting(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	create := func(where func(c *value.Call) *runspace) func(*value.Call) (value.Value, error) {
		return func(c *value.Call) (value.Value, error) { return value.Obj(newHosting(where(c))), nil }
	}
	fresh := create(func(*value.Call) *runspace { return &runspace{} })
	r.Static("powershell Create()", fresh)
	r.Static("powershell Create(System.Management.Automation.Runspaces.InitialSessionState initialSessionState)", fresh)
	r.Static("powershell Create(System.Management.Automation.RunspaceMode runspace)", create(func(c *value.Call) *runspace {
		f, ok := c.Env.(*Frame)
		if value.Fold(value.ToString(c.Env, c.Args[0])) == "currentrunspace" && ok {
			return &runspace{session: f.session}
		}
		return &runspace{}
	}))
	r.Static("powershell Create(System.Management.Automation.Runspaces.Runspace runspace)", create(func(c *value.Call) *runspace {
		known, _ := value.As[*runspace](c.Args[0])
		return known
	}))
	loadHostingState(r)
	loadHostingCommands(r)
	loadHostingCalls(r)
}

func loadHostingState(r dotnet.Rows) {
	r.Get("System.Management.Automation.PSDataStreams Streams", property(func(h *hosting) value.Value { return value.Obj(&h.streams) }))
	r.Get("bool HadErrors", property(func(h *hosting) value.Value { return value.Bool(h.failed) }))
	r.Get("System.Management.Automation.PSInvocationStateInfo InvocationStateInfo", property(func(h *hosting) value.Value {
		o := value.NewObject(2)
		o.Set("State", value.Str(h.state))
		o.Set("Reason", value.Null)
		if h.reason != nil {
			o.Set("Reason", value.Obj(h.reason))
		}
		return value.Obj(o)
	}))
	where := func(pool bool) (func(value.Env, value.Value) (value.Value, error), func(value.Env, value.Value, value.Value) error) {
		return func(_ value.Env, this value.Value) (value.Value, error) {
				h, _ := value.As[*hosting](this)
				if h.where.pool != pool {
					return value.Null, nil
				}
				return value.Obj(h.where), nil
			}, func(_ value.Env, this, to value.Value) error {
				h, _ := value.As[*hosting](this)
				if known, ok := value.As[*runspace](to); ok {
					h.where = known
				}
				return nil
			}
	}
	get, set := where(false)
	r.Property("System.Object Runspace", get, set)
	get, set = where(true)
	r.Property("System.Object RunspacePool", get, set)
	r.Get("System.Management.Automation.PSCommand Commands", property(func(h *hosting) value.Value { return value.Obj(h) }))
	for _, name := range []string{"void Dispose()", "void Stop()"} {
		r.Method(name, func(*value.Call) (value.Value, error) { return value.Void, nil })
	}
}

// chained makes a method that changes the commands and returns the object.
func chained(change func(h *hosting, args []value.Value)) func(*value.Call) (value.Value, error) {
	return func(c *value.Call) (value.Value, error) {
		h, _ := value.As[*hosting](c.This)
		change(h, c.Args)
		return c.This, nil
	}
}

func loadHostingCommands(r dotnet.Rows) {
	r.Method("powershell AddScript(string script)", chained(func(h *hosting, a []value.Value) { h.add(&hosted{text: a[0].Text(), isScript: true}) }))
	r.Method("powershell AddScript(string script, bool useLocalScope)", chained(func(h *hosting, a []value.Value) {
		h.add(&hosted{text: a[0].Text(), isScript: true, local: value.Truth(a[1])})
	}))
	command := chained(func(h *hosting, a []value.Value) { h.add(&hosted{text: a[0].Text()}) })
	r.Method("powershell AddCommand(string cmdlet)", command)
	r.Method("powershell AddCommand(string cmdlet, bool useLocalScope)", command)
	r.Method("powershell AddStatement()", chained(func(h *hosting, _ []value.Value) { h.next = true }))
	argue := func(h *hosting, a boundArg) {
		if c := h.current(); c != nil {
			c.arguments = append(c.arguments, a)
		}
	}
	r.Method("powershell AddArgument(System.Object value)", chained(func(h *hosting, a []value.Value) { argue(h, boundArg{hasValue: true, value: a[0]}) }))
	r.Method("powershell AddParameter(string parameterName)", chained(func(h *hosting, a []value.Value) {
		argue(h, boundArg{name: a[0].Text(), named: true})
	}))
	r.Method("powershell AddParameter(string parameterName, System.Object value)", chained(func(h *hosting, a []value.Value) {
		argue(h, boundArg{name: a[0].Text(), named: true, hasValue: true, value: a[1]})
	}))
	r.Method("powershell AddParameters(System.Object parameters)", chained(func(h *hosting, a []value.Value) {
		d, ok := value.As[*value.Dict](a[0])
		if !ok {
			for _, v := range value.Items(a[0]) {
				argue(h, boundArg{hasValue: true, value: v})
			}
			return
		}
		d.Each(func(key, v value.Value) bool {
			argue(h, boundArg{name: key.Text(), named: true, hasValue: true, value: v})
			return true
		})
	}))
	r.Method("void Clear()", func(c *value.Call) (value.Value, error) {
		h, _ := value.As[*hosting](c.This)
		h.statements, h.next = nil, false
		return value.Void, nil
	})
}

func loadHostingCalls(r dotnet.Rows) {
	const result = "System.Collections.ObjectModel.Collection[psobject] "
	call := func(method string) func(*value.Call) (value.Value, error) {
		return onHosting(func(h *hosting, f *Frame, args []value.Value) (value.Value, error) {
			var input []value.Value
			if len(args) > 0 && !args[0].IsNull() {
				input = value.Items(args[0])
			}
			items, err := h.invoke(f, input)
			if err != nil {
				return value.Null, invocationFailed(method, len(args), err)
			}
			return value.Obj(dotnet.NewCollection(items)), nil
		})
	}
	r.Method(result+"Invoke()", call("Invoke"))
	r.Method(result+"Invoke(System.Collections.IEnumerable input)", call("Invoke"))
	// Nothing runs at the same time: BeginInvoke waits and EndInvoke gives what
	// came out.
	begin := onHosting(func(h *hosting, f *Frame, args []value.Value) (value.Value, error) {
		items, err := h.invoke(f, nil)
		return value.Obj(newAsyncResult(items, err)), nil
	})
	r.Method("System.IAsyncResult BeginInvoke()", begin)
	r.Method("System.IAsyncResult BeginInvoke(System.Object input, System.Object output)", begin)
	r.Method("System.Management.Automation.PSDataCollection[psobject] EndInvoke(System.IAsyncResult asyncResult)",
		onHosting(func(_ *hosting, _ *Frame, args []value.Value) (value.Value, error) {
			done, ok := value.As[*asyncResult](args[0])
			if !ok {
				return value.Null, nil
			}
			if done.err != nil {
				return value.Null, invocationFailed("EndInvoke", 1, done.err)
			}
			return value.Obj(dotnet.NewCollection(done.items)), nil
		}))
}

// typeAsyncResult is what BeginInvoke returns.
var typeAsyncResult = engineType("PowerShellAsyncResult", loadAsyncResult)

// asyncResult is a call that is already over.
type asyncResult struct {
	items []value.Value
	err   error
}

func newAsyncResult(items []value.Value, err error) *asyncResult { return &asyncResult{items, err} }

// PSType returns PowerShellAsyncResult.
func (*asyncResult) PSType() *value.Type { return typeAsyncResult }

func loadAsyncResult(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("bool IsCompleted", func(value.Value) value.Value { return value.True })
	r.Get("bool CompletedSynchronously", func(value.Value) value.Value { return value.False })
	r.Get("System.Threading.WaitHandle AsyncWaitHandle", func(this value.Value) value.Value { return this })
	r.Method("bool WaitOne()", func(*value.Call) (value.Value, error) { return value.True, nil })
	r.Method("bool WaitOne(int millisecondsTimeout)", func(*value.Call) (value.Value, error) { return value.True, nil })
}

func loadHostingStreams(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	for name, list := range map[string]func(s *hostingStreams) *value.Sequence{
		"Error": func(s *hostingStreams) *value.Sequence { return s.error }, "Warning": func(s *hostingStreams) *value.Sequence { return s.warning },
		"Verbose": func(s *hostingStreams) *value.Sequence { return s.verbose }, "Debug": func(s *hostingStreams) *value.Sequence { return s.debug },
		"Information": func(s *hostingStreams) *value.Sequence { return s.information }, "Progress": func(s *hostingStreams) *value.Sequence { return s.progress },
	} {
		r.Get("System.Management.Automation.PSDataCollection[psobject] "+name, property(func(s *hostingStreams) value.Value { return value.Obj(list(s)) }))
	}
	r.Method("void ClearStreams()", func(c *value.Call) (value.Value, error) {
		s, _ := value.As[*hostingStreams](c.This)
		s.clear()
		return value.Void, nil
	})
}
