package runtime

import (
	"unicode"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/fileio"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/value"
)

// typeConsole is [Console]: it writes past the pipeline, straight to the host.
var typeConsole = &value.Type{Name: "Console", FullName: "System.Console", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true, Load: loadConsole}

// onHost makes the body of a static method that needs the session's host.
func onHost(f func(h Host, c *value.Call) (value.Value, error)) func(c *value.Call) (value.Value, error) {
	return func(c *value.Call) (value.Value, error) {
		frame, ok := c.Env.(*Frame)
		if !ok {
			return value.Void, nil
		}
		return f(frame.session.Host, c)
	}
}

func loadConsole(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	for _, newline := range [...]bool{false, true} {
		name := "void Write"
		if newline {
			name = "void WriteLine"
		}
		write := onHost(func(h Host, c *value.Call) (value.Value, error) {
			text, err := fileio.WrittenText(c)
			if err != nil {
				return value.Null, err
			}
			return value.Void, h.Text(text, newline, -1, -1)
		})
		if newline {
			r.Static(name+"()", write)
		}
		for _, params := range fileio.WriteSignatures {
			r.Static(name+params, write)
		}
	}
	r.Static("string ReadLine()", onHost(func(h Host, _ *value.Call) (value.Value, error) {
		line, err := h.ReadLine("", false)
		if err != nil {
			return value.Null, nil
		}
		return value.Str(line), nil
	}))
	for _, params := range [...]string{"()", "(bool intercept)"} {
		r.Static("System.ConsoleKeyInfo ReadKey"+params, onHost(consoleKey))
	}
	for _, sig := range [...]string{"void Beep()", "void Clear()", "void ResetColor()"} {
		r.Static(sig, func(*value.Call) (value.Value, error) { return value.Void, nil })
	}
	loadConsoleState(m)
}

// consoleKey is [Console]::ReadKey.
func consoleKey(h Host, c *value.Call) (value.Value, error) {
	key, err := pressedKey(h, len(c.Args) == 0 || !value.Truth(c.Args[0]))
	if err != nil {
		return value.Null, err
	}
	info := value.NewObject(3)
	info.TypeNames = []string{"System.ConsoleKeyInfo", "System.ValueType", "System.Object"}
	info.Set("KeyChar", value.Char(uint16(key)))
	for _, part := range [...]struct {
		name, enum string
		n          int64
	}{{"Key", "System.ConsoleKey", int64(unicode.ToUpper(key))}, {"Modifiers", "System.ConsoleModifiers", 0}} {
		t, _ := c.Env.LookupType(part.enum)
		info.Set(part.name, value.Enum(t, part.n))
	}
	return value.Obj(info), nil
}

// loadConsoleState adds the static properties: the two writers, and what
// scripts set and read back.
func loadConsoleState(m *value.Members) {
	for _, name := range [...]string{"Out", "Error"} {
		staticOf(m, "System.IO.TextWriter", name, func(env value.Env) value.Value {
			return fileio.NewTextWriter(func(s string) error {
				if f, ok := env.(*Frame); ok {
					return f.session.Host.Text(s, false, -1, -1)
				}
				return nil
			})
		})
	}
	m.AddStatic(&value.Member{Name: "KeyAvailable", Kind: value.Property, Type: "bool", Get: func(value.Env, value.Value) (value.Value, error) {
		return value.Null, dotnet.Throw(dotnet.ExInvalidOperation,
			"Cannot see if a key has been pressed when either application does not have a console or when console input has been redirected from a file. Try Console.In.Peek.")
	}})
	for _, name := range [...]string{"WindowWidth", "BufferWidth"} {
		staticOf(m, "int", name, func(env value.Env) value.Value {
			if f, ok := env.(*Frame); ok {
				return value.Int(f.session.Host.Width())
			}
			return value.Int(80)
		})
	}
	for _, name := range [...]string{"IsOutputRedirected", "IsInputRedirected", "IsErrorRedirected"} {
		staticOf(m, "bool", name, func(value.Env) value.Value { return value.True })
	}
	keptStatic(m, "System.ConsoleColor", "ForegroundColor", value.Int(-1))
	keptStatic(m, "System.ConsoleColor", "BackgroundColor", value.Int(-1))
	keptStatic(m, "string", "Title", value.Str(""))
	keptStatic(m, "bool", "CursorVisible", value.True)
	keptStatic(m, "bool", "TreatControlCAsInput", value.False)
	for name, n := range map[string]int{"CursorLeft": 0, "CursorTop": 0, "WindowHeight": 50, "BufferHeight": 50} {
		keptStatic(m, "int", name, value.Int(n))
	}
	encoding := text.UTF8()
	keptStatic(m, "System.Text.Encoding", "OutputEncoding", encoding)
	keptStatic(m, "System.Text.Encoding", "InputEncoding", encoding)
}

// staticOf adds a read-only static property.
func staticOf(m *value.Members, typeName, name string, get func(env value.Env) value.Value) {
	m.AddStatic(&value.Member{Name: name, Kind: value.Property, Type: typeName,
		Get: func(env value.Env, _ value.Value) (value.Value, error) { return get(env), nil }})
}

// keptStatic adds a static property that keeps what is stored in it.
func keptStatic(m *value.Members, typeName, name string, v value.Value) {
	m.AddStatic(&value.Member{Name: name, Kind: value.Property, Type: typeName,
		Get: func(value.Env, value.Value) (value.Value, error) { return v, nil },
		Set: func(_ value.Env, _, to value.Value) error { v = to; return nil }})
}
