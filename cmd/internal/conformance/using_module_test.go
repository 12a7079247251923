package conformance

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestUsingModuleBringsTypes uses the classes and enums of a module that lies
// beside the script, from another folder; Import-Module brings none.
func TestUsingModuleBringsTypes(t *testing.T) {
	got, err := program(t).RunCase(t.TempDir(), Case{Script: `$null = New-Item scripts -ItemType Directory
Set-Content scripts/box.psm1 'class Box { [string] $Name; Box([string] $n) { $this.Name = $n } [string] Hi() { return "hi $($this.Name)" } }
enum Kind { A; B }
function Get-Box { [Box]::new("made") }'
Set-Content scripts/main.ps1 'using module ./box.psm1
class Sub : Box { Sub() : base("sub") { } }
[Box]::new("box").Hi()
[Sub]::new().Hi()
(Get-Box) -is [Box]
[int][Kind]::B'
./scripts/main.ps1
Import-Module ./scripts/box.psm1
try { [Box] } catch { $_.FullyQualifiedErrorId }`})
	require.NoError(t, err)
	require.Equal(t, "hi box\nhi sub\nTrue\n1\nTypeNotFound\n", got.Output)
}
