package format

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/value"
)

// plainEnv is an Env without a session.
type plainEnv struct{}

func (plainEnv) LookupType(string) (*value.Type, bool) { return nil, false }
func (plainEnv) Variable(string) value.Value           { return value.Null }
func (plainEnv) WorkingDirectory() string              { return "/" }
func (plainEnv) NowTicks() int64                       { return 0 }

func object(pairs ...any) value.Value {
	o := value.NewObject(len(pairs) / 2)
	for i := 0; i < len(pairs); i += 2 {
		o.Set(pairs[i].(string), pairs[i+1].(value.Value))
	}
	return value.Obj(o)
}

// shown is what a console of 120 columns shows, without trailing spaces.
func shown(t *testing.T, f func(o *Output)) string {
	t.Helper()
	var out strings.Builder
	o := NewOutput(plainEnv{}, &out, func() int { return 120 })
	f(o)
	require.NoError(t, o.Flush())
	lines := strings.Split(out.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

func TestImplicitOutput(t *testing.T) {
	name, n := func(s string) value.Value { return value.Str(s) }, value.Int
	cases := []struct {
		name string
		in   []value.Value
		want string
	}{
		{"table", []value.Value{object("Name", name("a"), "N", n(5)), object("Name", name("long"), "N", n(1234))},
			"\nName    N\n----    -\na       5\nlong 1234\n\n"},
		{"list", []value.Value{object("A", n(1), "B", n(2), "C", n(3), "D", n(4), "Long", name("x"))},
			"\nA    : 1\nB    : 2\nC    : 3\nD    : 4\nLong : x\n\n"},
		{"scalar between rows", []value.Value{object("A", n(1)), name("text"), object("A", n(2))}, "\nA\n-\n1\ntext\n2\n\n"},
		{"missing property", []value.Value{object("A", n(1), "B", n(2)), object("A", n(3))}, "\nA B\n- -\n1 2\n3\n\n"},
		{"doubles", []value.Value{object("D", value.Double(1.0/3))}, "\n   D\n   -\n0.33\n\n"},
		{"scalars", []value.Value{value.True, value.Double(0.1 + 0.2), value.Null, name("")}, "True\n0.3\n\n"},
		{"no properties", []value.Value{object()}, "\n"},
		{"collection cell", []value.Value{object("A", value.List(n(1), n(2), n(3), n(4), n(5)))}, "\nA\n-\n{1, 2, 3, 4…}\n\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := shown(t, func(o *Output) {
				for _, v := range c.in {
					require.NoError(t, o.Emit(v))
				}
			})
			require.Equal(t, c.want, got)
		})
	}
}

// render formats objects as a Format- cmdlet would.
func render(t *testing.T, options Options, in ...value.Value) string {
	t.Helper()
	return shown(t, func(o *Output) {
		f := NewFormatter(plainEnv{}, &options, func(r Record) error { return o.Emit(value.Obj(r)) })
		for _, v := range in {
			require.NoError(t, f.Object(v))
		}
		require.NoError(t, f.End())
	})
}

func TestGroupedTable(t *testing.T) {
	row := func(group, text string) value.Value { return object("G", value.Str(group), "T", value.Str(text)) }
	options := Options{Shape: Table, Columns: []*Column{NewColumn("T")}, GroupBy: NewColumn("G")}
	require.Equal(t, "\n   G: x\n\nT\n-\na\n\n   G: y\n\nT\n-\nb\n\n", render(t, options, row("x", "a"), row("y", "b")))
}

func TestColumnWidthAndAlignment(t *testing.T) {
	wide, right := NewColumn("A"), NewColumn("B")
	wide.Width, right.Width, right.Align = 4, 5, AlignRight
	got := render(t, Options{Shape: Table, Columns: []*Column{wide, right}}, object("A", value.Str("abcdef"), "B", value.Str("x")))
	require.Equal(t, "\nA        B\n-        -\nabc…     x\n\n", got)
}

func TestWideAndCustom(t *testing.T) {
	in := []value.Value{object("N", value.Int(1)), object("N", value.Int(2)), object("N", value.Int(3))}
	require.Equal(t, "\n1"+blanks(59)+"2\n3\n\n", render(t, Options{Shape: Wide, Columns: []*Column{NewColumn("N")}}, in...))
	require.Equal(t, "\nclass PSCustomObject\n{\n  N = 1\n}\n\n\n", render(t, Options{Shape: Custom}, in[0]))
}

func TestWrapLines(t *testing.T) {
	require.Equal(t, []string{"one two ", "three"}, wrapLines("one two three", 9, 9))
	require.Equal(t, []string{"abcde", "fgh"}, wrapLines("abcdefgh", 5, 5))
	require.Equal(t, []string{"a", "b"}, wrapLines("a\r\nb", 5, 5))
}

func TestFitColumns(t *testing.T) {
	cases := []struct{ in, want []int }{
		{[]int{90, 90}, []int{90, 28}},
		{[]int{0, 0}, []int{59, 59}},
		{[]int{160, 1}, []int{119, -1}},
		{[]int{10, 8}, []int{10, 8}},
	}
	for _, c := range cases {
		fitColumns(c.in, 119)
		require.Equal(t, c.want, c.in)
	}
}

func TestCells(t *testing.T) {
	require.Equal(t, 6, cells("日本語"))
	require.Equal(t, 2, cells("😀"))
	require.Equal(t, 3, cells("\x1b[31mred\x1b[0m"))
}

// TestViews reads every default view.
func TestViews(t *testing.T) {
	for name, views := range viewIndex() {
		require.NotEmpty(t, name)
		for _, w := range views {
			for _, c := range w.fields() {
				require.True(t, c.Name != "" || c.compute != nil, w.name)
			}
		}
	}
}

func BenchmarkTable(b *testing.B) {
	row := object("Name", value.Str("user"), "Quota", value.Int(7), "Enabled", value.True)
	o := NewLineOutput(plainEnv{}, discard{}, func() int { return 119 })
	b.ReportAllocs()
	for b.Loop() {
		if err := o.Emit(row); err != nil {
			b.Fatal(err)
		}
	}
}

type discard struct{}

func (discard) WriteLine(string) error { return nil }
