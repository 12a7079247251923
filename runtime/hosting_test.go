package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPowerShellObjectsRunCommands(t *testing.T) {
	for script, want := range map[string]string{
		`$x = 3; [powershell]::Create('CurrentRunspace').AddScript('$x + 1').Invoke()`:                                          "4",
		`$p = [powershell]::Create('CurrentRunspace').AddScript('1/0; "on"'); $p.Invoke(); $p.HadErrors`:                        "on|True",
		`try { [powershell]::Create('CurrentRunspace').AddScript('throw "t"').Invoke() } catch { $_.FullyQualifiedErrorId }`:    "RuntimeException",
		`try { [powershell]::Create('CurrentRunspace').AddScript('if (').Invoke() } catch { $_.FullyQualifiedErrorId }`:         "IncompleteParseException",
		`$p = [powershell]::Create('CurrentRunspace').AddScript('param($a) $a').AddArgument(7); $p.EndInvoke($p.BeginInvoke())`: "7",
		`try { [powershell]::Create().AddScript('1').Invoke() } catch { "$_" }`:                                                 `Exception calling "Invoke" with "0" argument(s): "exolab has no further sessions here."`,
	} {
		require.Equal(t, want, run(t, script), script)
	}
}
