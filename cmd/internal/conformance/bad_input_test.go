package conformance

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestBadInput feeds what no console should send: the program must end by
// itself and never show a defect of its own.
func TestBadInput(t *testing.T) {
	exolab := program(t)
	cases := []struct {
		name, input string
		args        []string
	}{
		{"binary junk", "\x00\x01\xff\xfe\x80\r\n\x1b[31m\x7f\n", []string{"pwsh", "-NoProfile", "-Command", "-"}},
		{"invalid UTF-8", "'\xc3\x28 \xf0\x28\x8c\xbc'\n", []string{"pwsh", "-NoProfile", "-Command", "-"}},
		{"a line of a megabyte", "'" + strings.Repeat("x", 1<<20) + "'.Length\n", []string{"pwsh", "-NoProfile", "-Command", "-"}},
		{"deep nesting", strings.Repeat("(", 100_000) + "\n", []string{"pwsh", "-NoProfile", "-Command", "-"}},
		{"junk at the prompt", "\x00\xff(((\n\n)\n", []string{"pwsh", "-NoProfile"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r, err := exolab.Run(t.TempDir(), []string{c.input}, c.args...)
			require.NoError(t, err)
			require.NotContains(t, r.Output, "goroutine")
			require.NotContains(t, r.Output, "panic")
		})
	}
}
