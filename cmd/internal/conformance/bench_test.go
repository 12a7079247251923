package conformance

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/screen"
)

// plainSpace holds the results that differ from reference.json: it was recorded
// with a narrow no-break space before AM and PM (three bytes in UTF-8), while
// all other recordings, and exolab, have the plain space of Windows.
var plainSpace = map[string]string{
	"csv-roundtrip": "50000 User 49999 8227891",
	"kb-report":     "40000 3563219",
}

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
		want := reference.Runs[name].Output
		if other, ok := plainSpace[name]; ok {
			want = other
		}
		b.Run(name, func(b *testing.B) {
			for range b.N {
				r, err := exolab.Run(b.TempDir(), nil, "pwsh", "-NoProfile", "-NonInteractive", "-File", script)
				require.NoError(b, err)
				require.Equal(b, want, strings.TrimSpace(r.Output))
			}
			b.ReportMetric(reference.Runs[name].Seconds/(b.Elapsed().Seconds()/float64(b.N)), "pwsh-ratio")
		})
	}
}

// BenchmarkStartUp runs the shortest command as a whole process.
func BenchmarkStartUp(b *testing.B) {
	exolab := program(b)
	for b.Loop() {
		r, err := exolab.Run(b.TempDir(), nil, "pwsh", "-NoProfile", "-Command", "1")
		require.NoError(b, err)
		require.Equal(b, "1\n", r.Output)
	}
}

// BenchmarkFirstPrompt starts the prompt on a pseudo-terminal with a data
// directory that has an organization, and waits until one can type.
func BenchmarkFirstPrompt(b *testing.B) {
	data := b.TempDir()
	exolab := program(b)
	exolab.Env = append(exolab.Env, "EXOLAB_DATA="+data)
	r, err := exolab.Run(data, nil, "pwsh", "-NoProfile", "-Command", "Get-OrganizationConfig | Out-Null")
	require.NoError(b, err)
	require.Zero(b, r.Exit, r.Output)
	for b.Loop() {
		term := startTerminal(b, exolab, data, nil)
		// The prompt is the last line, and the cursor stands behind it.
		got, ok := term.await(patience, func(s *screen.Screen) string {
			line := s.From(screen.Place{Row: s.Cursor().Row})
			return line[:min(len(line), len("PS "))]
		}, "PS ", false)
		require.True(b, ok, got)
		b.StopTimer()
		_, _ = term.device.WriteString("exit\r")
		require.Zero(b, term.exit(patience))
		b.StartTimer()
	}
}

// BenchmarkLabStart runs the start of a lab, from the process to the end of its
// first prompt.
func BenchmarkLabStart(b *testing.B) {
	exolab := program(b)
	inherited := exolab.Env
	for b.Loop() {
		exolab.Env = slices.Concat(inherited, []string{"EXOLAB_DATA=" + b.TempDir()})
		r, err := exolab.Run(b.TempDir(), nil, "lab", "start", "connect")
		require.NoError(b, err)
		require.Contains(b, r.Output, "[lab 01 1/3] PS>")
	}
}
