package fileio_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime"
	"exolab/runtime/value"
)

// silent is the host of scripts that show nothing.
type silent struct{ runtime.Host }

func (silent) Flush() error { return nil }

// answer is the text of what a script's last expression gives.
func answer(t *testing.T, script string) string {
	t.Helper()
	s, err := runtime.NewSession(runtime.Options{Host: silent{}, Directory: t.TempDir()})
	require.NoError(t, err)
	s.RunText("$global:answer = try {" + script + "} catch { \"uncaught: $_\" }")
	v, _ := s.Current().Global().Get("answer")
	return value.ToString(nil, v)
}

func TestReadLinesInAnEncoding(t *testing.T) {
	const write = `$f = [IO.Path]::GetTempFileName(); [IO.File]::WriteAllBytes($f, [byte[]](0xe9, 10, 97)); `
	require.Equal(t, "é|a", answer(t, write+`[IO.File]::ReadLines($f, [Text.Encoding]::Latin1) -join '|'; [IO.File]::Delete($f)`))
}
