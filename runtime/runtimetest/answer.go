// Package runtimetest holds what tests of several packages need to run scripts.
package runtimetest

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime"
	"exolab/runtime/value"
)

// silent is the host of scripts that show nothing.
type silent struct{ runtime.Host }

func (silent) Flush() error { return nil }

// Answer runs a script that shows nothing in a session of its own and returns
// the text of what its last expression gives, or "uncaught: " with the message
// of the error that ended it.
func Answer(t *testing.T, script string) string {
	t.Helper()
	s, err := runtime.NewSession(runtime.Options{Host: silent{}, Directory: t.TempDir()})
	require.NoError(t, err)
	s.RunText("$global:answer = try {" + script + "} catch { \"uncaught: $_\" }")
	v, _ := s.Current().Global().Get("answer")
	return value.ToString(nil, v)
}
