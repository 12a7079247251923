package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// sessionProperty makes a getter of a function on the session that asks.
func sessionProperty(get func(s *Session) value.Value) func(value.Env, value.Value) (value.Value, error) {
	return func(env value.Env, _ value.Value) (value.Value, error) {
		f, ok := env.(*Frame)
		if !ok {
			return value.Null, nil
		}
		return get(f.session), nil
	}
}

// everything stands for the lists of programs and scripts that may be run: all.
func everything(value.Value) value.Value {
	return value.Obj(dotnet.NewList(value.TypeString, []value.Value{value.Str("*")}))
}

func loadSessionIntrinsics(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Property("System.Management.Automation.DriveManagementIntrinsics Drive", sessionProperty(func(s *Session) value.Value { return s.intrinsic("Drive") }), nil)
	r.Property("System.Management.Automation.CmdletProviderManagementIntrinsics Provider", sessionProperty(func(s *Session) value.Value { return s.intrinsic("Provider") }), nil)
	r.Property("System.Management.Automation.ProviderIntrinsics InvokeProvider", sessionProperty(func(s *Session) value.Value { return s.intrinsic("InvokeProvider") }), nil)
	r.Property("System.Management.Automation.PathIntrinsics Path", sessionProperty(func(s *Session) value.Value { return s.intrinsic("Path") }), nil)
	r.Get("System.Management.Automation.PSVariableIntrinsics PSVariable", fixed(variableIntrinsics{}))
	r.Property("System.Management.Automation.PSLanguageMode LanguageMode", func(value.Env, value.Value) (value.Value, error) {
		return value.Enum(dotnet.MustType("System.Management.Automation.PSLanguageMode"), 0), nil
	}, func(_ value.Env, _, to value.Value) error {
		if to.Int64() == 0 {
			return nil
		}
		return value.NewException("System.NotSupportedException", "exolab runs scripts in the language mode FullLanguage only.")
	})
	r.Get("bool UseFullLanguageModeInDebugger", func(value.Value) value.Value { return value.False })
	r.Get("System.Collections.Generic.List[string] Scripts", everything)
	r.Get("System.Collections.Generic.List[string] Applications", everything)
	r.Property("psmoduleinfo Module", func(env value.Env, _ value.Value) (value.Value, error) {
		if f, ok := env.(*Frame); ok {
			return moduleValue(f.scope), nil
		}
		return value.Null, nil
	}, nil)
	r.Get("System.Management.Automation.CommandInvocationIntrinsics InvokeCommand", fixed(commandIntrinsics{}))
	loadVisibility(r)
	r.Constructor("()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(sessionIntrinsics{}) }))
}

// loadVisibility adds the tests of what a caller may see: commands that were
// made private are hidden from what is not the engine's own.
func loadVisibility(r dotnet.Rows) {
	const internal = 1
	visible := func(c *value.Call) bool {
		command, ok := value.As[*Command](c.Args[1])
		return c.Args[0].Int64() == internal || !ok || !command.private
	}
	for _, params := range [...]string{"psvariable variable", "System.Management.Automation.CommandInfo commandInfo", "System.Object valueToCheck"} {
		r.Static("bool IsVisible(System.Management.Automation.CommandOrigin origin, "+params+")", dotnet.Give(func(c *value.Call) value.Value {
			return value.Bool(visible(c))
		}))
	}
	r.Static("void ThrowIfNotVisible(System.Management.Automation.CommandOrigin origin, System.Object valueToCheck)", dotnet.Do(func(c *value.Call) error {
		if visible(c) {
			return nil
		}
		return value.NewException("System.Management.Automation.SessionStateException", "The command '"+value.ToString(c.Env, c.Args[1])+"' is not visible.")
	}))
}

// moduleValue is the module that a scope belongs to, Null outside of modules.
func moduleValue(scope *Scope) value.Value {
	if m, ok := scope.script.module.(*Module); ok {
		return value.Obj(m)
	}
	return value.Null
}
