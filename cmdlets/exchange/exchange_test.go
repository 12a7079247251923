package exchange

import (
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmdlets/exchange/catalogue"
	"exolab/runtime/value"
)

// Every emulated cmdlet stands in the catalogue, once.
func TestEmulatedCmdletsAreKnown(t *testing.T) {
	names := map[string]bool{}
	for _, c := range emulated() {
		require.NotNil(t, catalogue.Find(value.Fold(c.Name)), c.Name)
		require.False(t, names[c.Name], c.Name)
		names[c.Name] = true
	}
}

// Every cmdlet that scope.md names is emulated, and it names 124.
func TestScopeIsEmulated(t *testing.T) {
	text, err := os.ReadFile("../../testdata/exchange/scope.md")
	require.NoError(t, err)
	known := map[string]bool{}
	for _, c := range emulated() {
		known[value.Fold(c.Name)] = true
	}
	rows := regexp.MustCompile(`(?m)^\| \d+ \| (\w+-\w+) \|`).FindAllStringSubmatch(string(text), -1)
	require.Len(t, rows, 124)
	for _, row := range rows {
		require.True(t, known[value.Fold(row[1])], row[1])
	}
}
