package dotnet

import (
	"runtime"
	"strings"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

const automation = "System.Management.Automation."

// EngineType describes a class that is known by its full name.
func EngineType(name string) *value.Type {
	return &value.Type{Name: name[strings.LastIndexByte(name, '.')+1:], FullName: name, Kind: value.KindObject, Base: value.TypeObject}
}

var (
	typeWildcard = EngineType(automation + "WildcardPattern")
	// typeAutomationNull is the type of the value that stands for no output.
	typeAutomationNull = EngineType(automation + "Internal.AutomationNull")
	typeServicePoint   = EngineType("System.Net.ServicePointManager")
	typeGC             = EngineType("System.GC")
	typeChoice         = EngineType(automation + "Host.ChoiceDescription")
)

// wildcardPattern is a WildcardPattern.
type wildcardPattern struct {
	text  string
	match *netfmt.Wildcard
}

// PSType returns WildcardPattern.
func (*wildcardPattern) PSType() *value.Type { return typeWildcard }

func newWildcard(c *value.Call) (value.Value, error) {
	fold := len(c.Args) > 1 && c.Args[1].Int64()&2 != 0
	w, err := netfmt.CompileWildcard(TextArg(c, 0), fold)
	if err != nil {
		return value.Null, Error(err)
	}
	return value.Obj(&wildcardPattern{TextArg(c, 0), w}), nil
}

func loadWildcard(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	const options = "(string pattern, System.Management.Automation.WildcardOptions options)"
	b.Constructor("(string pattern)", newWildcard)
	b.Constructor(options, newWildcard)
	b.Static("WildcardPattern Get"+options, newWildcard)
	b.Method("bool IsMatch(string input)", Give(func(c *value.Call) value.Value {
		return value.Bool(Of[*wildcardPattern](c.This).match.Match(TextArg(c, 0)))
	}))
	b.Static("bool ContainsWildcardCharacters(string pattern)", Give(func(c *value.Call) value.Value {
		s := strings.NewReplacer("`*", "", "`?", "", "`[", "", "`]", "").Replace(TextArg(c, 0))
		return value.Bool(strings.ContainsAny(s, "*?["))
	}))
	b.Static("string Escape(string pattern)", Give(func(c *value.Call) value.Value {
		return value.Str(strings.NewReplacer("*", "`*", "?", "`?", "[", "`[", "]", "`]", "`", "``").Replace(TextArg(c, 0)))
	}))
	b.Static("string Unescape(string pattern)", Give(func(c *value.Call) value.Value {
		return value.Str(strings.NewReplacer("`*", "*", "`?", "?", "`[", "[", "`]", "]").Replace(TextArg(c, 0)))
	}))
}

func loadNullString(t *value.Type, m *value.Members) {
	NewRows(t, m).Constant("System.Management.Automation.Language.NullString Value", value.NullString)
}

func loadDBNull(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	b.Constant("System.DBNull Value", value.DBNull)
	text := Give(func(*value.Call) value.Value { return value.Str("") })
	b.Method("string ToString()", text)
	b.Method("string ToString(System.IFormatProvider provider)", text)
	b.Method("System.TypeCode GetTypeCode()", Give(func(*value.Call) value.Value {
		return value.Enum(MustType("System.TypeCode"), codeDBNull)
	}))
}

func loadAutomationNull(t *value.Type, m *value.Members) {
	NewRows(t, m).Constant("System.Management.Automation.PSObject Value", value.Void)
}

func loadServicePoint(t *value.Type, m *value.Members) {
	protocol := value.Int(0)
	m.AddStatic(&value.Member{Name: "SecurityProtocol", Kind: value.Property, Type: "System.Net.SecurityProtocolType",
		Get: func(value.Env, value.Value) (value.Value, error) {
			return value.Enum(MustType("System.Net.SecurityProtocolType"), protocol.Int64()), nil
		},
		Set: func(_ value.Env, _, to value.Value) error { protocol = to; return nil }})
	for sig, first := range map[string]value.Value{"bool Expect100Continue": value.True, "bool UseNagleAlgorithm": value.True,
		"bool CheckCertificateRevocationList": value.False, "bool EnableDnsRoundRobin": value.False, "bool ReusePort": value.False,
		"int DefaultConnectionLimit": value.Int(2), "int MaxServicePoints": value.Int(0), "int MaxServicePointIdleTime": value.Int(100000),
		"int DnsRefreshTimeout": value.Int(120000),
		"System.Net.Security.RemoteCertificateValidationCallback ServerCertificateValidationCallback": value.Null} {
		keptStatic(m, sig, first)
	}
}

// keptStatic adds a static property that keeps what it is set to and has no
// other effect: there are no connections here.
func keptStatic(m *value.Members, sig string, held value.Value) {
	typeName, name := CutLast(sig)
	m.AddStatic(&value.Member{Name: name, Kind: value.Property, Type: typeName,
		Get: func(value.Env, value.Value) (value.Value, error) { return held, nil },
		Set: func(_ value.Env, _, to value.Value) error { held = to; return nil }})
}

func loadGC(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	b.Static("void Collect()", Run(func(*value.Call) { runtime.GC() }))
	b.Static("void WaitForPendingFinalizers()", Run(func(*value.Call) {}))
	b.Static("long GetTotalMemory(bool forceFullCollection)", Give(func(*value.Call) value.Value {
		var s runtime.MemStats
		runtime.ReadMemStats(&s)
		return value.Long(int64(s.HeapAlloc))
	}))
}

// loadChoice fills ChoiceDescription, which PromptForChoice takes.
func loadChoice(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	make := Give(func(c *value.Call) value.Value {
		o := value.NewObject(2)
		o.T = typeChoice
		o.Set("Label", c.Args[0])
		o.Set("HelpMessage", value.Str(""))
		if len(c.Args) > 1 {
			o.Set("HelpMessage", c.Args[1])
		}
		return value.Obj(o)
	})
	b.Constructor("(string label)", make)
	b.Constructor("(string label, string helpMessage)", make)
}
