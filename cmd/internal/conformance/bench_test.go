package conformance

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// BenchmarkScripts runs each recorded benchmark script as a whole process,
// checks its result, and reports how PowerShell's recorded time compares
// (pwsh-ratio; the machines differ, see the calibration in reference.json).
func BenchmarkScripts(b *testing.B) {
	text, err := os.ReadFile(filepath.Join(testdata, "bench", "reference.json"))
	require.NoError(b, err)
	var reference struct {
		Runs map[string]struct {
			Seconds float64 `json:"seconds"`
			Output  string  `json:"output"`
		} `json:"runs"`
	}
	require.NoError(b, json.Unmarshal(text, &reference))
	files, err := filepath.Glob(filepath.Join(testdata, "bench", "*.ps1"))
	require.NoError(b, err)
	exolab := program(b)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".ps1")
		script, err := filepath.Abs(file)
		require.NoError(b, err)
		b.Run(name, func(b *testing.B) {
			for range b.N {
				r, err := exolab.Run(b.TempDir(), nil, "pwsh", "-NoProfile", "-NonInteractive", "-File", script)
				require.NoError(b, err)
				require.Equal(b, reference.Runs[name].Output, strings.TrimSpace(r.Output))
			}
			b.ReportMetric(reference.Runs[name].Seconds/(b.Elapsed().Seconds()/float64(b.N)), "pwsh-ratio")
		})
	}
}
