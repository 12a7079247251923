package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/parser"
)

// FuzzRun runs texts without loops and ranges, which alone could take for
// ever: whatever they say, the engine reports errors and does not crash.
func FuzzRun(f *testing.F) {
	for _, seed := range []string{
		`$x = @{ a = 1; b = 1, 2 }; $x.b[0] + $x['a']; "$($x.a) $x"`,
		`function Get-F { [CmdletBinding()] param([Parameter(Mandatory)][int]$a, [switch]$s) begin { 1 } process { $a } end { $s } }; Get-F -a 3 -s`,
		`trap { "t $_"; continue } if (1) { throw 'x' }; 'y'`,
		`try { 1/0 } catch [DivideByZeroException] { $_ } finally { 'f' }`,
		`switch -regex ('ab') { '^(a)' { $Matches[1] } default { 'd' } }`,
		`class P { [int] $n = 1; P([int]$n) { $this.n = $n } [string] ToString() { return "p$($this.n)" } }; "$([P]::new(4))"`,
		`enum E { a; b = 5; c }; [E]::c -as [int]; [E]'b' -eq 'b'`,
		`'a-b' -split '-' -join '+'; 'x' -match '(?<n>x)'; $Matches.n; 1 -in 1, 2 ? 'y' : 'n'; $null ?? 3`,
		`& { param($p = 2) $p * 2; $args } 3 4 > $null; . { 5 } 2>&1`,
		`[int]'12'; [datetime]'2024-01-02'; [string[]](1, 2); "{0:n2}" -f 1.5`,
		`$a, $b = 1, (2, 3); $b[-1]; $a++; ${a}; $script:q = 1; @($null).Count`,
		`data { 'a' }; filter Get-G { $_ + 1 }; 1, 2 | Get-G`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		block, err := parser.Parse("", text)
		if err != nil || len(text) > 400 || endless(block) {
			t.Skip()
		}
		s, err := NewSession(Options{Host: &recorder{}, Directory: t.TempDir()})
		require.NoError(t, err)
		s.RunText(text)
	})
}

// endless reports whether a text has what may run for ever or fill the memory.
func endless(block *parser.ScriptBlock) bool {
	found := false
	parser.Walk(block, func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.WhileStatement, *parser.DoWhileStatement, *parser.DoUntilStatement, *parser.ForStatement, *parser.ForEachStatement:
			found = true
		case *parser.BinaryExpression:
			found = found || n.Operator == ".." || n.Operator == "*"
		case *parser.AssignmentStatement:
			found = found || n.Operator == "*="
		}
		return !found
	})
	return found
}
