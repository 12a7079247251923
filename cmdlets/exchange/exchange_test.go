package exchange

import (
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
