package shell

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Paths are read, and shown, as seen from -RelativeBasePath; the location
// stays what it was.
func TestResolvePathFromABase(t *testing.T) {
	dir := t.TempDir()
	before := "$null = mkdir in/deep; Set-Content in/deep/x.txt x; Set-Content in/.hidden.txt x\n"
	for script, want := range map[string]string{
		"(Resolve-Path ./deep -RelativeBasePath in).Path":                                                        dir + "/in/deep",
		"Resolve-Path deep/x.txt -RelativeBasePath in -Relative; (Get-Location).Path":                            "./deep/x.txt\n" + dir,
		"(Resolve-Path *.txt -RelativeBasePath in -Force).Path; (Resolve-Path *.txt -RelativeBasePath in).Count": dir + "/in/.hidden.txt\n0",
		"try { Resolve-Path . -RelativeBasePath no -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }":       "PathNotFound,Microsoft.PowerShell.Commands.ResolvePathCommand",
		"try { Resolve-Path '' } catch { $_.FullyQualifiedErrorId }":                                             "ParameterArgumentValidationErrorEmptyStringNotAllowed,Microsoft.PowerShell.Commands.ResolvePathCommand",
		"Test-Path \"a`0b\" -IsValid": "False",
	} {
		require.Equal(t, want, runIn(t, dir, before+script), script)
		before = ""
	}
}
