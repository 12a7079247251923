package runtime_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// TestEveryAcceleratorAndTableLoads fills the table of each type that scripts
// can name.
func TestEveryAcceleratorAndTableLoads(t *testing.T) {
	session, err := runtime.NewSession(runtime.Options{})
	require.NoError(t, err)
	for _, name := range dotnet.KnownTypeNames() {
		if strings.Contains(name, "`") {
			continue // generic: found by its arguments only
		}
		known, ok := dotnet.ResolveType(session.Types, name)
		require.True(t, ok, name)
		require.NotNil(t, known.Members())
	}
}

// recordedType is a .NET type as PowerShell's Get-Member described it.
type recordedType struct {
	Type             string
	Properties       oneOrMany
	Methods          oneOrMany
	StaticProperties oneOrMany
	StaticMethods    oneOrMany
	Constructors     oneOrMany
	Values           map[string]int64
}

// oneOrMany reads a list that is a plain text where it has one element.
type oneOrMany []string

func (l *oneOrMany) UnmarshalJSON(raw []byte) error {
	var one string
	if json.Unmarshal(raw, &one) == nil {
		if one != "" {
			*l = oneOrMany{one}
		}
		return nil
	}
	var many []string
	err := json.Unmarshal(raw, &many)
	*l = many
	return err
}

// unreachable are parameters and results that a script cannot have or has no
// use for: views of memory, pointers and handles, tasks, what only compilers
// and serializers use, dates of other calendars, schemas, COM, and look-ups by
// Reflection's own signatures.
var unreachable = regexp.MustCompile(`Span\[|Memory\[|IntPtr|Void\*|Char\*|SByte\*|Byte\*|Int128|System\.Half|Serialization|Pinnable|StringRuneEnumerator|\bRune\b|` +
	`\(ref struct\)|CompositeFormat|InterpolatedString|CancellationToken|Async\(|SafeFileHandle|Deserialization|IHashCodeProvider|AlternateLookup|SpanAction|` +
	`DateOnly|TimeOnly|Globalization\.Calendar\b|CompileToAssembly|Emit\.|Reflection\.(Binder|ParameterModifier|Assembly|MemberInfo|TypeFilter)|` +
	`CLSID|ProgID|TypeHandle|FunctionPointer|CustomModifiers|Xml\.Schema|XmlNameTable|SchemaInfo|LifetimeService|Deconstruct|Synchronized\(`)

// leastShare is how many of 100 recorded members exist here at least. Raise it
// when more do; the test's log lists those that are missing.
const leastShare = 98

// TestRecordedTypesHaveTheirMembers compares the types that Get-Member
// described with those here, overload by overload.
func TestRecordedTypesHaveTheirMembers(t *testing.T) {
	raw, err := os.ReadFile("../testdata/powershell/types.json")
	require.NoError(t, err)
	var recorded []recordedType
	require.NoError(t, json.Unmarshal(raw, &recorded))
	session, err := runtime.NewSession(runtime.Options{})
	require.NoError(t, err)
	all, missing := 0, []string{}
	for _, r := range recorded {
		known, ok := dotnet.ResolveType(session.Types, r.Type)
		if !ok {
			t.Logf("no type %s", r.Type)
			continue
		}
		have := membersOf(known)
		for _, want := range r.signatures() {
			all++
			if !have[want] {
				missing = append(missing, r.Type+" "+want)
			}
		}
	}
	for _, m := range missing {
		t.Log(m)
	}
	t.Logf("%d of %d members", all-len(missing), all)
	require.GreaterOrEqual(t, (all-len(missing))*100/all, leastShare)
}

// signatures lists what can be asked of a type, in the form of membersOf.
func (r recordedType) signatures() []string {
	var out []string
	for _, p := range r.Properties {
		name, rest, _ := strings.Cut(p, ":")
		if !unreachable.MatchString(p) {
			out = append(out, name+map[bool]string{true: " rw"}[strings.HasSuffix(rest, " rw")])
		}
	}
	for _, p := range r.StaticProperties {
		out = append(out, "::"+p)
	}
	add := func(prefix string, list []string) {
		for _, m := range list {
			if !unreachable.MatchString(m) {
				out = append(out, prefix+normal(m))
			}
		}
	}
	add("", r.Methods)
	add("::", r.StaticMethods)
	add("new", r.Constructors)
	return out
}

var (
	byRef    = regexp.MustCompile(`([\w.]+(?:\[[^\]]*\])?)&, System[^=]*=[^=]*=[^=]*=\w+|\bT\w*(?:\[\])?&`)
	paramEnd = regexp.MustCompile(` \w+(,|\))`)
)

// normal leaves the types of a signature's parameters: "IndexOf(char,int)".
func normal(signature string) string {
	signature = byRef.ReplaceAllString(signature, "ref")
	signature, _, _ = strings.Cut(signature, " -> ")
	// Arrays' own methods have parameters without names.
	signature = strings.NewReplacer(" )", ")", " ,", ",").Replace(paramEnd.ReplaceAllString(signature, "$1"))
	return strings.ReplaceAll(signature, ", ", ",")
}

func membersOf(t *value.Type) map[string]bool {
	out := map[string]bool{}
	methods := func(prefix string, m *value.Method) {
		for _, o := range m.Overloads {
			types := make([]string, len(o.Params))
			for i, p := range o.Params {
				types[i] = dotnet.ShortName(p.Type)
				if p.ByRef {
					types[i] = "ref"
				}
			}
			least := len(o.Params)
			for least > 0 && o.Params[least-1].Optional {
				least--
			}
			for n := least; n <= len(types); n++ {
				out[prefix+"("+strings.Join(types[:n], ",")+")"] = true
			}
		}
	}
	for b := t; b != nil; b = b.Base {
		for _, m := range b.Members().Instance() {
			if m.Method != nil {
				methods(m.Name, m.Method)
			} else {
				out[m.Name] = true
				if m.Set != nil {
					out[m.Name+" rw"] = true
				}
			}
		}
	}
	for _, m := range dotnet.StaticMembers(t) {
		if m.Method != nil {
			methods("::"+m.Name, m.Method)
		} else {
			out["::"+m.Name] = true
		}
	}
	if c := dotnet.ConstructorsOf(t); c != nil {
		methods("new", c)
	}
	return out
}
