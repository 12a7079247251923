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
		`& { $???$false }`: "True",
		parse + `'1..3>a', [ref]$null, [ref]$e); $e.Count`: "0",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}
