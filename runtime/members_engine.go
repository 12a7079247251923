package runtime

import (
	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// engineIntrinsics is $ExecutionContext.
type engineIntrinsics struct{}

// commandIntrinsics is $ExecutionContext.InvokeCommand.
type commandIntrinsics struct{}

// sessionIntrinsics is $ExecutionContext.SessionState.
type sessionIntrinsics struct{}

// variableIntrinsics is $ExecutionContext.SessionState.PSVariable.
type variableIntrinsics struct{}

func engineType(name string, load func(*value.Type, *value.Members)) *value.Type {
	return &value.Type{Name: name, FullName: "System.Management.Automation." + name, Kind: value.KindObject, Base: value.TypeObject, Load: load}
}

var (
	typeEngineIntrinsics   = engineType("EngineIntrinsics", loadEngineIntrinsics)
	typeCommandIntrinsics  = engineType("CommandInvocationIntrinsics", loadCommandIntrinsics)
	typeSessionIntrinsics  = engineType("SessionState", loadSessionIntrinsics)
	typeVariableIntrinsics = engineType("PSVariableIntrinsics", loadVariableIntrinsics)
)

// PSType returns the type of $ExecutionContext.
func (engineIntrinsics) PSType() *value.Type { return typeEngineIntrinsics }

// PSType returns the type of InvokeCommand.
func (commandIntrinsics) PSType() *value.Type { return typeCommandIntrinsics }

// PSType returns the type of SessionState.
func (sessionIntrinsics) PSType() *value.Type { return typeSessionIntrinsics }

// PSType returns the type of PSVariable intrinsics.
func (variableIntrinsics) PSType() *value.Type { return typeVariableIntrinsics }

func fixed(v value.Object) func(value.Value) value.Value {
	return func(value.Value) value.Value { return value.Obj(v) }
}

func loadEngineIntrinsics(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("System.Management.Automation.CommandInvocationIntrinsics InvokeCommand", fixed(commandIntrinsics{}))
	r.Get("System.Management.Automation.SessionState SessionState", fixed(sessionIntrinsics{}))
	r.Property("System.Management.Automation.Host.PSHost Host", sessionProperty(hostValue), nil)
	r.Property("System.Management.Automation.ProviderIntrinsics InvokeProvider", sessionProperty(func(s *Session) value.Value { return s.intrinsic("InvokeProvider") }), nil)
}

// hostValue is $Host.
func hostValue(s *Session) value.Value {
	v, _ := s.Global.Get("host")
	return v
}

func loadVariableIntrinsics(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	inFrame := func(run func(f *Frame, c *value.Call) (value.Value, error)) func(c *value.Call) (value.Value, error) {
		return func(c *value.Call) (value.Value, error) {
			f, ok := c.Env.(*Frame)
			if !ok {
				return value.Null, nil
			}
			return run(f, c)
		}
	}
	r.Method("psvariable Get(string name)", inFrame(func(f *Frame, c *value.Call) (value.Value, error) {
		if v := f.scope.Lookup(value.Fold(c.Args[0].Text())); v != nil {
			return value.Obj(v), nil
		}
		return value.Null, nil
	}))
	r.Method("System.Object GetValue(string name)", inFrame(func(f *Frame, c *value.Call) (value.Value, error) {
		v, _ := f.scope.Get(value.Fold(c.Args[0].Text()))
		return v, nil
	}))
	r.Method("void Set(string name, System.Object value)", inFrame(func(f *Frame, c *value.Call) (value.Value, error) {
		return value.Void, f.scope.Set(c.Args[0].Text(), c.Args[1])
	}))
	r.Method("void Remove(string name)", inFrame(func(f *Frame, c *value.Call) (value.Value, error) {
		f.scope.Remove(value.Fold(c.Args[0].Text()))
		return value.Void, nil
	}))
}

func loadCommandIntrinsics(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Method("string ExpandString(string source)", func(c *value.Call) (value.Value, error) {
		f, ok := c.Env.(*Frame)
		if !ok {
			return c.Args[0], nil
		}
		return f.expandText(c.Args[0].Text())
	})
	r.Method("System.Collections.ObjectModel.Collection[psobject] InvokeScript(string script)", func(c *value.Call) (value.Value, error) {
		f, ok := c.Env.(*Frame)
		if !ok {
			return value.Null, nil
		}
		ast, err := f.session.parseChecked("", c.Args[0].Text())
		if err != nil {
			return value.Null, err
		}
		var out Collector
		err = f.session.InvokeBlock(NewScriptBlock(ast), Invocation{Scope: f.scope, Out: &out})
		return value.Obj(dotnet.NewCollection(out.Items)), err
	})
	r.Method("scriptblock NewScriptBlock(string scriptText)", createBlock)
}

// expandText expands a text as if it stood in double quotes.
func (f *Frame) expandText(text string) (value.Value, error) {
	ast, err := parser.Parse("", "@\"\n"+text+"\n\"@")
	if err != nil {
		return value.Null, err
	}
	if ast.End == nil || len(ast.End.Statements) != 1 {
		return value.Str(text), nil
	}
	e, ok := soleExpression(ast.End.Statements[0])
	if !ok {
		return value.Str(text), nil
	}
	inner := newFrame(f.session, NewScriptBlock(ast), f.scope, discard)
	return compileExpr(e)(inner)
}
