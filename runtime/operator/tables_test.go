package operator_test

import (
	"bufio"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/types"
	"exolab/runtime/netfmt"
	"exolab/runtime/operator"
	"exolab/runtime/value"
)

const tables = "../../testdata/tables/"

type env struct{ types *value.TypeTable }

func (e env) LookupType(name string) (*value.Type, bool) { return dotnet.ResolveType(e.types, name) }
func (env) Variable(string) value.Value                  { return value.Null }
func (env) WorkingDirectory() string                     { return "/" }
func (env) NowTicks() int64                              { return 0 }

// block is the script block {1}.
type block struct{ text string }

func (*block) PSType() *value.Type { return value.TypeScriptBlock }
func (b *block) String() string    { return b.text }
func (*block) Invoke(value.Env, ...value.Value) (value.Value, error) {
	return value.Int(1), nil
}

var literals = map[string]value.Value{
	"$null": value.Null, "$true": value.True, "$false": value.False,
	"@()": value.List(), "@(1,2,3)": value.List(value.Int(1), value.Int(2), value.Int(3)), "@('a','B')": value.List(value.Str("a"), value.Str("B")),
	",@(1,2)":      value.List(value.List(value.Int(1), value.Int(2))),
	"[int[]](3,4)": value.Obj(&value.Array{Elem: value.TypeInt32, Items: []value.Value{value.Int(3), value.Int(4)}}),
	"1/3":          value.Double(1.0 / 3), "1MB": value.Int(1 << 20), "[double]::NaN": value.Double(math.NaN()),
	"[double]::PositiveInfinity": value.Double(math.Inf(1)),
}

// operand builds the value of a literal of the tables.
func operand(e env, text string) (value.Value, bool) {
	if v, ok := literals[text]; ok {
		return v, true
	}
	switch {
	case text == "{1}":
		return value.Obj(&block{"1"}), true
	case strings.HasPrefix(text, "'"):
		return value.Str(strings.Trim(text, "'")), true
	case text == "[decimal]::MaxValue":
		v, err := value.Convert(e, value.Str("79228162514264337593543950335"), value.TypeDecimal)
		return v, err == nil
	case strings.HasPrefix(text, "@(") && strings.HasSuffix(text, ")"):
		v, ok := operand(e, text[2:len(text)-1])
		return value.List(v), ok
	case strings.HasSuffix(text, "}"):
		return dictionary(text)
	case strings.HasPrefix(text, "["):
		name, rest, _ := strings.Cut(text[1:], "]")
		t, known := e.LookupType(name)
		v, ok := operand(e, rest)
		if !ok || !known {
			return value.Null, false
		}
		out, err := value.Convert(e, v, t)
		return out, err == nil
	}
	return value.ScanNumber(text)
}

func dictionary(text string) (value.Value, bool) {
	at := strings.Index(text, "@{")
	d := value.NewHashtable()
	if strings.HasPrefix(text, "[ordered]") {
		d = value.NewOrdered()
	}
	for pair := range strings.SplitSeq(strings.Trim(text[at:], "@{}"), ";") {
		if k, v, ok := strings.Cut(pair, "="); ok {
			n, _ := value.ScanNumber(v)
			d.Set(value.Str(k), n)
		}
	}
	if strings.HasPrefix(text, "[pscustomobject]") {
		v, err := value.Convert(nil, value.Obj(d), value.TypePSCustomObject)
		return v, err == nil
	}
	return value.Obj(d), true
}

func answer(v value.Value, err error) string {
	out := ""
	if e, ok := err.(*value.Exception); ok {
		out = "error " + e.ErrorID + " | " + e.Message
	} else if err != nil {
		out = "go error " + err.Error()
	} else {
		out = show(v)
	}
	return strings.NewReplacer("\r", "\\r", "\n", "\\n", "\t", "\\t").Replace(out)
}

func show(v value.Value) string {
	if v.IsNull() {
		return "null"
	}
	name := value.TypeOf(v).Name
	switch v.Kind() {
	case value.KindString:
		return "String '" + v.Text() + "'"
	case value.KindDouble, value.KindSingle:
		switch f := v.Float(); {
		case math.IsInf(f, 1):
			return name + " Infinity"
		case math.IsInf(f, -1):
			return name + " -Infinity"
		}
		return name + " " + value.CultureText(v)
	case value.KindDateTime:
		text, _ := value.Format(nil, v, "yyyy-MM-ddTHH:mm:ss.fffffff", netfmt.Invariant)
		_, kind := v.DateTicks()
		return "DateTime " + text + " " + [...]string{"Unspecified", "Utc", "Local"}[kind]
	}
	if d, ok := value.As[*value.Dict](v); ok {
		return name + " {" + showDict(d) + "}"
	}
	if items, ok := value.ListItems(v); ok {
		parts := make([]string, len(items))
		for i, e := range items {
			parts[i] = show(e)
		}
		return name + " (" + strings.Join(parts, ", ") + ")"
	}
	return name + " " + value.ToString(nil, v)
}

func showDict(d *value.Dict) string {
	var parts []string
	d.Each(func(k, v value.Value) bool {
		part := value.ToString(nil, k) + "=" + show(v)
		at := len(parts)
		for at > 0 && parts[at-1] > part {
			at--
		}
		parts = append(parts[:at], append([]string{part}, parts[at:]...)...)
		return true
	})
	return strings.Join(parts, "; ")
}

func rows(t *testing.T, name string, each func(source, want string)) {
	f, err := os.Open(tables + name)
	require.NoError(t, err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		source, want, _ := strings.Cut(lines.Text(), "\t")
		each(source, want)
	}
	require.NoError(t, lines.Err())
}

func splitBinary(source string) (l, op, r string) {
	l, rest, _ := strings.Cut(source[1:], ") ")
	op, r, _ = strings.Cut(rest, " ")
	return l, op, r
}

func TestRecordedBinaryOperators(t *testing.T) {
	e := env{types.NewTable()}
	passed, total := 0, 0
	failed := map[string]int{}
	rows(t, "binary.tsv", func(source, want string) {
		total++
		left, op, right := splitBinary(source)
		l, okLeft := operand(e, left)
		r, okRight := rightOperand(e, right)
		require.True(t, okLeft && okRight, source)
		got := answer(operator.Binary(e, op, l, r))
		if got == want {
			passed++
			return
		}
		if failed[op]++; testing.Verbose() && os.Getenv("TABLE") != "" && strings.Contains(os.Getenv("TABLE"), op+";") {
			t.Logf("%s\n  want %.300s\n  got  %.300s", source, want, got)
		}
	})
	t.Logf("binary: %d of %d %v", passed, total, failed)
	require.GreaterOrEqual(t, float64(passed)/float64(total), 0.99)
}

func rightOperand(e env, text string) (value.Value, bool) {
	if strings.HasPrefix(text, "[") {
		typ, ok := e.LookupType(text[1 : len(text)-1])
		if text == "[pscustomobject]" {
			typ, ok = value.TypePSCustomObject, true
		}
		return value.Obj(typ), ok
	}
	return operand(e, text[1:len(text)-1])
}

func TestRecordedCasts(t *testing.T) {
	e := env{types.NewTable()}
	passed, total := 0, 0
	failed := map[string]int{}
	rows(t, "casts.tsv", func(source, want string) {
		total++
		at := strings.Index(source, "](")
		name := source[1:at]
		typ, ok := e.LookupType(name)
		if name == "pscustomobject" {
			typ = value.TypePSCustomObject
		}
		if name == "xml" {
			typ, ok = value.TypeXMLDocument, true
		}
		v, okValue := operand(e, source[at+2:len(source)-1])
		require.True(t, ok && okValue, source)
		got := answer(value.Convert(e, v, typ))
		if got == want {
			passed++
			return
		}
		if failed[name]++; testing.Verbose() && os.Getenv("TABLE") == "casts" {
			t.Logf("%s\n  want %.300s\n  got  %.300s", source, want, got)
		}
	})
	t.Logf("casts: %d of %d %v", passed, total, failed)
	require.GreaterOrEqual(t, float64(passed)/float64(total), 0.99)
}
