package shell

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

const recordedFiles = "../../../testdata/powershell/files"

// The script that wrote PowerShell's files writes the same bytes here.
func TestFilesAreThoseOfPowerShell(t *testing.T) {
	script, err := os.ReadFile(filepath.Join(recordedFiles, "make.ps1"))
	require.NoError(t, err)
	dir := t.TempDir()
	require.Empty(t, runIn(t, dir, string(script)))
	recorded, err := os.ReadDir(recordedFiles)
	require.NoError(t, err)
	for _, f := range recorded {
		if f.Name() == "make.ps1" {
			continue
		}
		t.Run(f.Name(), func(t *testing.T) {
			want, err := os.ReadFile(filepath.Join(recordedFiles, f.Name()))
			require.NoError(t, err)
			got, err := os.ReadFile(filepath.Join(dir, f.Name()))
			require.NoError(t, err)
			require.Equal(t, string(want), string(got))
		})
	}
}
