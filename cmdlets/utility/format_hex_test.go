package utility

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestByteRowAsText(t *testing.T) {
	full := []byte("Now is the winter")
	require.Equal(t, "0000000000000001   68 69                                            hi              ", (&byteRow{offset: 1, data: []byte("hi")}).String())
	require.Equal(t, "0000000000000000   4E 6F 77 20 69 73 20 74 68 65 20 77 69 6E 74 65  Now is the winte\n", (&byteRow{data: full[:16]}).String())
	require.NotContains(t, (&byteRow{data: full[:16], path: "/x"}).String(), "\n")
}
