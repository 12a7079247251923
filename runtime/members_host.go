package runtime

import (
	"errors"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// hostObject is $Host; its parts are the user interface and the raw one.
type hostObject struct {
	value.Extended
	session *Session
	t       *value.Type
}

func hostType(name string, load func(*value.Type, *value.Members)) *value.Type {
	return &value.Type{Name: name, FullName: "System.Management.Automation.Internal.Host." + name, Kind: value.KindObject,
		Base: value.TypeObject, Load: load}
}

var (
	typeHost    = hostType("InternalHost", loadHost)
	typeHostUI  = hostType("InternalHostUserInterface", loadHostUI)
	typeHostRaw = hostType("InternalHostRawUserInterface", loadHostRaw)
)

// PSType returns the type of $Host or its part.
func (h *hostObject) PSType() *value.Type { return h.t }

// part returns a part of the host.
func (h *hostObject) part(t *value.Type) value.Value {
	return value.Obj(&hostObject{session: h.session, t: t})
}

func loadHost(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string Name", property(func(*hostObject) value.Value { return value.Str("ConsoleHost") }))
	r.Property("version Version", func(env value.Env, _ value.Value) (value.Value, error) {
		return value.Convert(env, value.Str(engineVersion), value.TypeVersion)
	}, nil)
	r.Property("guid InstanceId", func(env value.Env, _ value.Value) (value.Value, error) {
		return value.Convert(env, value.Str("5c6ad3a1-1f0f-4d7e-9b6f-3c1b1d5f7e21"), value.TypeGuid)
	}, nil)
	r.Get("System.Object UI", property(func(h *hostObject) value.Value { return h.part(typeHostUI) }))
	culture := func(env value.Env, _ value.Value) (value.Value, error) {
		c, ok := env.LookupType("cultureinfo")
		if !ok {
			return value.Null, nil
		}
		v, _, err := dotnet.StaticProperty(env, c, dotnet.NameOf("CurrentCulture"))
		return v, err
	}
	r.Property("cultureinfo CurrentCulture", culture, nil)
	r.Property("cultureinfo CurrentUICulture", culture, nil)
	r.Get("psobject PrivateData", property(func(*hostObject) value.Value { return value.Obj(value.NewObject(0)) }))
	r.Get("bool DebuggerEnabled", property(func(*hostObject) value.Value { return value.True }))
	r.Get("bool IsRunspacePushed", property(func(*hostObject) value.Value { return value.False }))
	r.Get("runspace Runspace", property(func(*hostObject) value.Value { return value.Null }))
	r.Method("void SetShouldExit(int exitCode)", func(c *value.Call) (value.Value, error) {
		return value.Void, &ExitError{Code: int(c.Args[0].Int64())}
	})
}

func loadHostUI(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("System.Object RawUI", property(func(h *hostObject) value.Value { return h.part(typeHostRaw) }))
	r.Get("bool SupportsVirtualTerminal", property(func(*hostObject) value.Value { return value.True }))
	write := func(newline bool) func(c *value.Call) (value.Value, error) {
		return func(c *value.Call) (value.Value, error) {
			h, _ := value.As[*hostObject](c.This)
			text := ""
			if len(c.Args) > 0 {
				text = c.Args[len(c.Args)-1].Text()
			}
			return value.Void, h.session.Host.Text(text, newline, -1, -1)
		}
	}
	r.Method("void Write(string value)", write(false))
	r.Method("void Write(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)", writeColoured(false))
	r.Method("void WriteLine()", write(true))
	r.Method("void WriteLine(string value)", write(true))
	r.Method("void WriteLine(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)", writeColoured(true))
	stream := func(sig string, to func(h Host, text string) error) {
		r.Method(sig, func(c *value.Call) (value.Value, error) {
			h, _ := value.As[*hostObject](c.This)
			return value.Void, to(h.session.Host, c.Args[0].Text())
		})
	}
	stream("void WriteWarningLine(string message)", Host.Warning)
	stream("void WriteVerboseLine(string message)", Host.Verbose)
	stream("void WriteDebugLine(string message)", Host.Debug)
	r.Method("string ReadLine()", func(c *value.Call) (value.Value, error) {
		h, _ := value.As[*hostObject](c.This)
		text, err := h.session.Host.ReadLine("", false)
		if errors.Is(err, ErrEndOfInput) {
			return value.Null, nil
		}
		return value.Str(text), err
	})
	r.Method("int PromptForChoice(string caption, string message, System.Object choices, int defaultChoice)", promptForChoice)
}

func writeColoured(newline bool) func(c *value.Call) (value.Value, error) {
	return func(c *value.Call) (value.Value, error) {
		h, _ := value.As[*hostObject](c.This)
		return value.Void, h.session.Host.Text(c.Args[2].Text(), newline, int(c.Args[0].Int64()), int(c.Args[1].Int64()))
	}
}

// promptForChoice asks one of the choices, given as ChoiceDescription objects
// or texts.
func promptForChoice(c *value.Call) (value.Value, error) {
	h, _ := value.As[*hostObject](c.This)
	var choices []Choice
	err := forEachItem(c.Args[2], func(v value.Value) error {
		choice := Choice{Label: value.ToString(c.Env, v)}
		if label, found, err := dotnet.Property(c.Env, v, dotnet.NameOf("Label")); found && err == nil {
			choice.Label = label.Text()
			help, _, _ := dotnet.Property(c.Env, v, dotnet.NameOf("HelpMessage"))
			choice.Help = help.Text()
		}
		choices = append(choices, choice)
		return nil
	})
	if err != nil {
		return value.Null, err
	}
	n, err := choose(h.session.Host, c.Args[0].Text(), c.Args[1].Text(), choices, int(c.Args[3].Int64()))
	return value.Int(n), err
}
