package parser_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/parser"
)

// TestNesting parses deep brackets with work in proportion and refuses deeper ones cleanly.
func TestNesting(t *testing.T) {
	for _, pair := range [][2]string{{"(", ")"}, {"$(", ")"}, {"@(", ")"}, {"{", "}"}, {"@{a=", "}"}, {"if(1){", "}"}, {"[int](", ")"}, {"$a[", "]"}, {"f(", ")"}, {"[a({", "})]$x"}, {"\"$(", ")\""}} {
		deep := func(n int) string { return strings.Repeat(pair[0], n) + "1" + strings.Repeat(pair[1], n) }
		if pair[0] != "\"$(" {
			work := func(n int) float64 {
				return testing.AllocsPerRun(1, func() {
					_, err := parser.Parse("", deep(n))
					require.NoError(t, err, pair[0])
				})
			}
			require.Less(t, work(200), 8*work(50), "%s: the work grows faster than the depth", pair[0])
		}
		_, err := parser.Parse("", deep(20000))
		require.Error(t, err, pair[0])
	}
}

// script3000 is a script of about 3,000 lines made of the recorded ones.
func script3000(tb testing.TB) string {
	files, err := filepath.Glob("../testdata/conformance/scripts/*.cases")
	require.NoError(tb, err)
	var b strings.Builder
	lines := 0
	for lines < 3000 {
		for _, file := range files {
			text, err := os.ReadFile(file)
			require.NoError(tb, err)
			for _, block := range strings.Split("\n"+string(text), "\n### ")[1:] {
				c := readCase(file, block)
				if _, err := parser.Parse("", c.script); err != nil || strings.Contains(c.script, "using ") || strings.HasPrefix(strings.TrimSpace(c.script), "param") {
					continue
				}
				b.WriteString(c.script + "\n")
				lines += strings.Count(c.script, "\n") + 1
			}
		}
	}
	return b.String()
}

func BenchmarkParse3000Lines(b *testing.B) {
	text := script3000(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		_, _ = parser.Parse("", text)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"", "1 +", "$x = @{ a = 1; b = @(1, 2) }", "\"$($x.y) `u{41} ${a b}\"", "@'\nx\n'@", "a -b:c d,e > f 2>&1",
		"class A : B { [int] $x = 1; A() : base(1) { } static [void] m([string]$s) { return } }", "switch -regex ($x) { 'a' { 1 } default { 2 } }",
		"[Parameter(Mandatory)] param($x)", "$a ? $b : $c ?? $d", "<# x", "using", "using foo", "foo --% bar | baz", "\"$(\"\"a\"\")\"", "$a.b::c[0]?.d", "\u201cx\u201d \u2013y"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		block, _ := parser.Parse("", text)
		require.NotNil(t, block)
		parser.Walk(block, func(n parser.Node) bool {
			s := n.Extent()
			if s.Start < 0 || s.End < s.Start || int(s.End) > len(text) {
				t.Fatalf("%T has the range %v of %d bytes", n, s, len(text))
			}
			return true
		})
	})
}

func TestRequires(t *testing.T) {
	block, err := parser.Parse("", "#Requires -Version 7.2 -Modules A, @{ ModuleName = 'B'; ModuleVersion = '1.0' }\n#requires -RunAsAdministrator -PSEdition Core\n1")
	require.NoError(t, err)
	r := block.Requires
	require.Equal(t, "7.2", r.Version)
	require.Equal(t, []parser.RequiredModule{{Name: "A"}, {Name: "B", Version: "1.0"}}, r.Modules)
	require.True(t, r.RunAsAdmin)
	require.Equal(t, []string{"Core"}, r.Editions)
}

func TestTokens(t *testing.T) {
	var got []string
	for _, token := range parser.Tokens("[int]$x = gci -Path \"a$b\" | % { $_.Name } # c") {
		got = append(got, token.Text)
	}
	require.Equal(t, []string{"[", "int", "]", "$x", "=", "gci", "-Path", "\"a$b\"", "|", "%", "{", "$_", ".", "Name", "}", "# c"}, got)
}

// Empty parentheses behind a function's name leave its param block alone.
func TestEmptyParameterListAllowsParam(t *testing.T) {
	for _, text := range []string{"function f() { param($x) $x }", "filter f () { param($x) $x }"} {
		_, err := parser.Parse("", text)
		require.NoError(t, err, text)
	}
}

// TestAngleBracketsInWords keeps < and > inside bare words; they redirect only
// where a word begins, and are a command's name where one is wanted.
func TestAngleBracketsInWords(t *testing.T) {
	for text, want := range map[string]string{
		"Write-Output a>b":             "a>b",
		"Open http://<server>/Path -x": "http://<server>/Path",
		"$x = <Name>":                  "Name>",
		"Write-Output 10>2":            "10>2",
	} {
		script, err := parser.Parse("", text)
		require.NoError(t, err, text)
		var words []string
		redirections := 0
		parser.Walk(script, func(n parser.Node) bool {
			switch n := n.(type) {
			case *parser.StringConstant:
				words = append(words, n.Value)
			case *parser.FileRedirection:
				redirections++
			}
			return true
		})
		require.Contains(t, words, want, text)
		require.Zero(t, redirections, text)
	}
	_, err := parser.Parse("", "Write-Output a <b")
	require.ErrorContains(t, err, "reserved for future use")
}
