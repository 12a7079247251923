package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestParseInputTellsErrors(t *testing.T) {
	const parse = `$e = $null; $ast = [System.Management.Automation.Language.Parser]::ParseInput(`
	for script, want := range map[string]string{
		parse + `'1+1', [ref]$null, [ref]$e); $e.Count; "$ast"`:                                         "0|1+1",
		parse + `'if (1', [ref]$null, [ref]$e); $e[0].ErrorId; $e[0].Extent.StartScriptPosition.Offset`: "MissingEndParenthesisAfterStatement|5",
		parse + "\"a`n)\", [ref]$null, [ref]$e); $e[0].Extent.StartLineNumber; $e[0].IncompleteInput":   "2|False",
		parse + `'1..3>a', [ref]$null, [ref]$e); $e.Count`:                                              "0",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}

func TestSyntaxTreesAreSearched(t *testing.T) {
	const parse = `$t = $e = $null; $ast = [System.Management.Automation.Language.Parser]::ParseInput(`
	for script, want := range map[string]string{
		parse + `'$x = 1', [ref]$t, [ref]$e); foreach ($n in $ast.FindAll({ $true }, $true)) { $n.GetType().Name }`:                    "ScriptBlockAst|NamedBlockAst|AssignmentStatementAst|VariableExpressionAst|CommandExpressionAst|ConstantExpressionAst",
		parse + `'f { g }', [ref]$t, [ref]$e); $ast.FindAll({ $args[0].GetType().Name -eq 'CommandAst' }, $false)[0].GetCommandName()`: "f",
		parse + `'f { g }', [ref]$t, [ref]$e); $ast.Find({ $args[0].Extent.Text -eq 'g' }, $true).Parent.GetType().Name`:               "ScriptBlockAst",
		parse + `'@{ a = 1, 2 }', [ref]$t, [ref]$e); $ast.EndBlock.Statements[0].PipelineElements[0].Expression.SafeGetValue().a[1]`:   "2",
		parse + `'"a" + 2', [ref]$t, [ref]$e); & $ast.GetScriptBlock(); $t.Kind -join " "`:                                             "a2|StringExpandable Plus Number EndOfInput",
		`{ 1 -eq 2 }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression.Operator`:                                               "Ieq",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}
