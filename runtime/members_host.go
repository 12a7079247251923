package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// hostObject is $Host; its parts are the user interface and the raw one.
type hostObject struct {
	value.Extended
	session *Session
	t       *value.Type
	// colours is what PrivateData holds, made when it is asked for.
	colours *value.PSObject
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
	r.Get("psobject PrivateData", property((*hostObject).privateData))
	r.Get("bool DebuggerEnabled", property(func(*hostObject) value.Value { return value.True }))
	r.Get("bool IsRunspacePushed", property(func(*hostObject) value.Value { return value.False }))
	r.Get("runspace Runspace", property(func(*hostObject) value.Value { return value.Null }))
	r.Method("void SetShouldExit(int exitCode)", func(c *value.Call) (value.Value, error) {
		return value.Void, &ExitError{Code: int(c.Args[0].Int64())}
	})
}

// The colours of PrivateData that are the terminal's own, and the others.
const terminalColour = -1

// privateColours are the colours in PrivateData and what they are at first.
var privateColours = []struct {
	name   string
	colour int
}{
	{"FormatAccentColor", 10}, {"ErrorAccentColor", 11}, {"ErrorForegroundColor", 12}, {"ErrorBackgroundColor", terminalColour},
	{"WarningForegroundColor", 14}, {"WarningBackgroundColor", terminalColour}, {"DebugForegroundColor", 14}, {"DebugBackgroundColor", terminalColour},
	{"VerboseForegroundColor", 14}, {"VerboseBackgroundColor", terminalColour}, {"ProgressForegroundColor", 0}, {"ProgressBackgroundColor", 14},
}

// privateData is $Host.PrivateData: colours that scripts set and read back. The
// console takes its colours from $PSStyle.
func (h *hostObject) privateData() value.Value {
	if h.colours == nil {
		h.colours = value.NewObject(len(privateColours))
		h.colours.TypeNames = []string{"Microsoft.PowerShell.ConsoleHost+ConsoleColorProxy", "System.Object"}
		colour, _ := h.session.LookupType("System.ConsoleColor")
		for _, c := range privateColours {
			h.colours.Set(c.name, value.Enum(colour, int64(c.colour)))
		}
	}
	return value.Obj(h.colours)
}
