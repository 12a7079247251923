package shell

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A command or script block behind a module runs in the module's own state.
func TestCallsThroughModules(t *testing.T) {
	got := runIn(t, t.TempDir(), `$m = New-Module -Name Mod { $z = 5; function Hidden { "hidden $args $($MyInvocation.MyCommand.Module.Name)" }; function Shown { 's' }; Export-ModuleMember Shown }
& $m { $z; Hidden 1 }
& $m Hidden 2
. $m { param($a) "$a $z" } 3
1, 2 | & $m { process { $_ + $z } }
$m.Invoke({ "$args $z" }, 4, 5)
try { & $m NoSuch } catch { $_.FullyQualifiedErrorId }
(Get-Command Shown).Module.Name
`)
	require.Equal(t, "5\nhidden 1 Mod\nhidden 2 Mod\n3 5\n6\n7\n4 5 5\nCommandNotFoundException\nMod", got)
}

// using module takes a specification, and a module that there is not keeps the
// text from running.
func TestUsingModules(t *testing.T) {
	dir := t.TempDir()
	got := runIn(t, dir, `'enum Side { Left; Right }; function Turn { "turn $([Side]::Right)" }' | Set-Content m.psm1
"@{ ModuleVersion = '1.5'; RootModule = 'm.psm1'; FunctionsToExport = '*' }" | Set-Content m.psd1
'using module @{ ModuleName = "./m.psd1"; ModuleVersion = "1.0" }
[Side]::Left; Turn' | Set-Content a.ps1
./a.ps1
'using module @{ ModuleName = "./m.psd1"; ModuleVersion = "2.0" }
"ran"' | Set-Content b.ps1
try { ./b.ps1 } catch { $_.FullyQualifiedErrorId }
'using module ./none.psm1
"ran"' | Set-Content c.ps1
try { ./c.ps1 } catch { "$_" -match "none" }
`)
	require.Equal(t, "Left\nturn Right\nModuleNotFoundDuringParse\nTrue", got)
}
