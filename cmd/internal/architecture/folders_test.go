package architecture

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The folders at the top are fixed: a newcomer finds everything in one of them.
func TestTopFoldersAreFixed(t *testing.T) {
	entries, err := os.ReadDir("../../..")
	require.NoError(t, err)
	var folders []string
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			folders = append(folders, e.Name())
		}
	}
	require.Equal(t, []string{"cmd", "cmdlets", "parser", "runtime", "scripts", "store", "testdata"}, folders)
}
