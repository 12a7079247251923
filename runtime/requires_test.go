package runtime

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestScriptRequirements(t *testing.T) {
	for line, want := range map[string]string{
		"-PSEdition Core,Desktop": "ran",
		"-PSEdition Desktop":      "ScriptRequiresUnmatchedPSEdition",
		"-Version 7.4":            "ran",
		"-Version 9.1":            "ScriptRequiresUnmatchedPSVersion",
		"-Modules NoSuch":         "ScriptRequiresMissingModules",
	} {
		path := filepath.Join(t.TempDir(), "x.ps1")
		require.NoError(t, os.WriteFile(path, []byte("#requires "+line+"\n'ran'"), 0o600))
		require.Equal(t, want, run(t, "try { & '"+path+"' } catch { $_.FullyQualifiedErrorId }"), line)
	}
}
