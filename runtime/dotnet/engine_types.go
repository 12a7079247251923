package dotnet

import (
	"runtime"
	"strings"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

const automation = "System.Management.Automation."

func engineType(name string) *value.Type {
	return &value.Type{Name: name[strings.LastIndexByte(name, '.')+1:], FullName: name, Kind: value.KindObject, Base: value.TypeObject}
}

var (
	typeWildcard     = engineType(automation + "WildcardPattern")
	typeNullString   = engineType(automation + "Language.NullString")
	typeServicePoint = engineType("System.Net.ServicePointManager")
	typeGC           = engineType("System.GC")
	typeChoice       = engineType(automation + "Host.ChoiceDescription")
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
	w, err := netfmt.CompileWildcard(text(c, 0), fold)
	if err != nil {
		return value.Null, dotnetError(err)
	}
	return value.Obj(&wildcardPattern{text(c, 0), w}), nil
}

func loadWildcard(t *value.Type, m *value.Members) {
	b := table{t, m}
	const options = "(string pattern, System.Management.Automation.WildcardOptions options)"
	b.constructor("(string pattern)", newWildcard)
	b.constructor(options, newWildcard)
	b.static("WildcardPattern Get"+options, newWildcard)
	b.method("bool IsMatch(string input)", give(func(c *value.Call) value.Value {
		return value.Bool(of[*wildcardPattern](c.This).match.Match(text(c, 0)))
	}))
	b.static("bool ContainsWildcardCharacters(string pattern)", give(func(c *value.Call) value.Value {
		s := strings.NewReplacer("`*", "", "`?", "", "`[", "", "`]", "").Replace(text(c, 0))
		return value.Bool(strings.ContainsAny(s, "*?["))
	}))
	b.static("string Escape(string pattern)", give(func(c *value.Call) value.Value {
		return value.Str(strings.NewReplacer("*", "`*", "?", "`?", "[", "`[", "]", "`]").Replace(text(c, 0)))
	}))
	b.static("string Unescape(string pattern)", give(func(c *value.Call) value.Value {
		return value.Str(strings.NewReplacer("`*", "*", "`?", "?", "`[", "[", "`]", "]").Replace(text(c, 0)))
	}))
}

func loadNullString(t *value.Type, m *value.Members) {
	table{t, m}.constant("System.Object Value", value.Null)
}

func loadServicePoint(t *value.Type, m *value.Members) {
	protocol := value.Int(0)
	m.AddStatic(&value.Member{Name: "SecurityProtocol", Kind: value.Property, Type: "System.Net.SecurityProtocolType",
		Get: func(value.Env, value.Value) (value.Value, error) {
			return value.Enum(mustType("System.Net.SecurityProtocolType"), protocol.Int64()), nil
		},
		Set: func(_ value.Env, _, to value.Value) error { protocol = to; return nil }})
}

func loadGC(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.static("void Collect()", run(func(*value.Call) { runtime.GC() }))
	b.static("void WaitForPendingFinalizers()", run(func(*value.Call) {}))
	b.static("long GetTotalMemory(bool forceFullCollection)", give(func(*value.Call) value.Value {
		var s runtime.MemStats
		runtime.ReadMemStats(&s)
		return value.Long(int64(s.HeapAlloc))
	}))
}

// loadChoice fills ChoiceDescription, which PromptForChoice takes.
func loadChoice(t *value.Type, m *value.Members) {
	b := table{t, m}
	make := give(func(c *value.Call) value.Value {
		o := value.NewObject(2)
		o.T = typeChoice
		o.Set("Label", c.Args[0])
		o.Set("HelpMessage", value.Str(""))
		if len(c.Args) > 1 {
			o.Set("HelpMessage", c.Args[1])
		}
		return value.Obj(o)
	})
	b.constructor("(string label)", make)
	b.constructor("(string label, string helpMessage)", make)
}
