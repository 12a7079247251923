package parser

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Parameters stand in the declaration or in the block, but an empty list in the
// declaration leaves the block its own.
func TestOneParameterList(t *testing.T) {
	_, err := Parse("", "function A() { param($x) $x }")
	require.NoError(t, err)
	_, err = Parse("", "function A($y) { param($x) $x }")
	require.ErrorContains(t, err, "cannot be used if arguments were specified")
}
