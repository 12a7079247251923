package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTraps(t *testing.T) {
	for script, want := range map[string]string{
		"trap { \"t $_\"; continue } if (1) { throw 1; 'no' } 'yes'":                                                          "t 1|yes",
		"trap { $_.Exception.GetType().Name; continue } 1/0; [int]::Parse('x'); throw 'y'":                                    "DivideByZeroException|FormatException|RuntimeException",
		"trap { \"t $_\"; continue } function F1 { 1/0; 'no' } F1; 'on'":                                                      "t Attempted to divide by zero.|on",
		"function F1 { trap [ArgumentException] { 'no' } throw 'h'; 'no' } try { F1 } catch { \"c $_\" }":                     "c h",
		"trap { 'all'; continue } trap [Exception] { 'base'; continue } trap [DivideByZeroException] { 'div'; continue } 1/0": "div",
		"function F1 { trap { 't'; return } 1; throw 'x'; 'no' } F1; 'on'":                                                    "1|t|on",
		". { try { 1; throw 'x'; trap { 2; return } 'no' } catch { 'no' } }":                                                  "1|2",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}

func TestCastTargetsChooseTheMethod(t *testing.T) {
	const classes = "class A1 { [string] N() { return 'A' } } class B1 : A1 { [string] N() { return 'B' } } $b = [B1]::new(); "
	require.Equal(t, "A|B|B", run(t, classes+"([A1]$b).N(); ([B1]$b).N(); $b.N()"))
	require.Equal(t, "System.String", run(t, "([object]'abc').ToString()"))
}

func TestMergedStreamsFollowTheOutput(t *testing.T) {
	require.Equal(t, "on", run(t, "function F1 { [CmdletBinding()] param() 1/0 } F1 2>&1 > $null; F1 > $null 2>&1; 'on'"))
}

func TestAstOfAFunctionIsItsDefinition(t *testing.T) {
	require.Equal(t, "function F1 { 1 }|{ 2 }", run(t, "function F1 { 1 } ${function:F1}.Ast.Extent.Text; { 2 }.Ast.Extent.Text"))
}

func TestParseExceptionsHoldTheirErrors(t *testing.T) {
	require.Equal(t, "MemberAlreadyDefined|1", run(t, "try { $null = [scriptblock]::Create('class C1 { $x; $x }') } catch { $x = $_.Exception.InnerException; $x.ErrorRecord.FullyQualifiedErrorId; $x.Errors.Count }"))
}
