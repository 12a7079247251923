package text_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/dotnet/types"
	"exolab/runtime/value"
)

// TestRecordedStringMethods calls the methods of the recorded table and
// compares what PowerShell answered. Rows with further operators are left to
// the tests of the language.
func TestRecordedStringMethods(t *testing.T) {
	types.NewTable()
	raw, err := os.ReadFile("../../../testdata/tables/string-methods.tsv")
	require.NoError(t, err)
	run := 0
	for line := range strings.Lines(string(raw)) {
		expr, want, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		target, name, args, ok := readCall(expr)
		if !ok {
			continue
		}
		run++
		got, err := dotnet.InvokeMethod(nil, target, dotnet.NameOf(name), args, nil)
		answer := show(got)
		if e, failed := err.(*value.Exception); failed {
			answer = "error " + e.ErrorID + " | " + strings.ReplaceAll(e.Message, "\n", `\n`)
		}
		require.Equal(t, want, answer, expr)
	}
	require.Greater(t, run, 100)
}

// readCall reads ('text').Name(arguments).
func readCall(expr string) (target value.Value, name string, args []value.Value, ok bool) {
	text, rest, found := strings.Cut(strings.TrimPrefix(expr, "('"), "').")
	name, inner, hasArgs := strings.Cut(rest, "(")
	if !found || !hasArgs || !strings.HasSuffix(inner, ")") || strings.Contains(inner, ").") || strings.Contains(text, "'") {
		return value.Null, "", nil, false
	}
	args, ok = readArguments(strings.TrimSuffix(inner, ")"))
	// CompareTo follows the culture's order, which package value tests.
	return value.Str(text), name, args, ok && name != "CompareTo"
}

// argument is one argument of a recorded call.
var argument = regexp.MustCompile(`(?:\[char\[\]\])?'[^']*'|[^,]+`)

func readArguments(s string) ([]value.Value, bool) {
	var args []value.Value
	if s == "" {
		return nil, true
	}
	for _, part := range argument.FindAllString(s, -1) {
		quoted, isChars := strings.CutPrefix(part, "[char[]]")
		n, err := strconv.Atoi(part)
		switch {
		case isChars:
			args = append(args, text.Chars(value.Units(strings.Trim(quoted, "'"))))
		case strings.HasPrefix(part, "'"):
			args = append(args, value.Str(strings.Trim(part, "'")))
		case err == nil:
			args = append(args, value.Int(n))
		case part == "$true":
			args = append(args, value.True)
		case part == "$null":
			args = append(args, value.Null)
		default:
			return nil, false
		}
	}
	return args, true
}

// show writes a value as the tables do.
func show(v value.Value) string {
	t := value.TypeOf(v)
	if t == nil {
		return "null"
	}
	if a, ok := value.As[*value.Array](v); ok {
		parts := make([]string, len(a.Items))
		for i, e := range a.Items {
			parts[i] = show(e)
		}
		return t.Name + " (" + strings.Join(parts, ", ") + ")"
	}
	if t == value.TypeString {
		return "String '" + v.Text() + "'"
	}
	return t.Name + " " + value.ToString(nil, v)
}

func BenchmarkSubstring(b *testing.B) {
	types.NewTable()
	v, name, args := value.Str("PowerShell"), dotnet.NameOf("Substring"), []value.Value{value.Int(1), value.Int(3)}
	b.ReportAllocs()
	for range b.N {
		_, _ = dotnet.InvokeMethod(nil, v, name, args, nil)
	}
}

func BenchmarkSplit(b *testing.B) {
	types.NewTable()
	v, name, args := value.Str("a,b,c"), dotnet.NameOf("Split"), []value.Value{value.Str(",")}
	b.ReportAllocs()
	for range b.N {
		_, _ = dotnet.InvokeMethod(nil, v, name, args, nil)
	}
}

func BenchmarkListAdd(b *testing.B) {
	types.NewTable()
	v, name, args := value.Obj(dotnet.NewList(value.TypeObject, nil)), dotnet.NameOf("Add"), []value.Value{value.Int(1)}
	b.ReportAllocs()
	for range b.N {
		_, _ = dotnet.InvokeMethod(nil, v, name, args, nil)
	}
}
