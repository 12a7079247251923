package dates_test

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

func TestDatesCompareWithObjects(t *testing.T) {
	for compared, want := range map[string]string{
		`[object][datetime]'2024-01-02'`: "-1",
		`[object]$null`:                  "1",
		`[object]5`:                      `uncaught: Exception calling "CompareTo" with "1" argument(s): "Object must be of type DateTime."`,
	} {
		require.Equal(t, want, answer(t, `([datetime]'2024-01-01').CompareTo(`+compared+`)`), compared)
	}
}
