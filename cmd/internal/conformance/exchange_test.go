package conformance

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// auditScript is the documented script of the recorded runs. It is not ours
// to keep: the runs that need it are skipped where it does not lie beside the
// project.
const auditScript = "../../../../shared/audit-script/Run-MailboxAuditLogSearcher.ps1"

type recordedRun struct {
	Name   string            `json:"name"`
	Args   string            `json:"args"`
	Script string            `json:"script"`
	Stdin  []string          `json:"stdin"`
	Out    string            `json:"out"`
	Code   int               `json:"rc"`
	Files  map[string]string `json:"files"`
}

func readRuns(t *testing.T, file string) []recordedRun {
	text, err := os.ReadFile(filepath.Join(testdata, file))
	require.NoError(t, err)
	var runs []recordedRun
	require.NoError(t, json.Unmarshal(text, &runs))
	require.NotEmpty(t, runs)
	return runs
}

// contoso imports the recorded organization into a data directory of the test.
func contoso(t *testing.T) Program {
	exolab := program(t)
	exolab.Env = []string{actAs + "=1", "EXOLAB_DATA=" + t.TempDir()}
	entries, err := filepath.Abs(filepath.Join(testdata, "audit-script", "contoso-2017.jsonl"))
	require.NoError(t, err)
	r, err := exolab.Run(t.TempDir(), nil, "tenant", "import", entries)
	require.NoError(t, err)
	require.Zero(t, r.Exit, r.Output)
	return exolab
}

// TestHunting runs the recorded investigations over the imported organization.
func TestHunting(t *testing.T) {
	known, err := ReadDeviations(filepath.Join(testdata, "known-deviations.txt"))
	require.NoError(t, err)
	exolab := contoso(t)
	for _, run := range readRuns(t, "hunting/contoso.json") {
		t.Run(run.Name, func(t *testing.T) {
			root := t.TempDir()
			c := Case{Area: "hunting", Topic: "contoso", Name: run.Name, Script: run.Script, Output: run.Out, Exit: run.Code}
			got, err := exolab.RunCase(root, c)
			require.NoError(t, err)
			passed := Normalize(got.Output) == Normalize(run.Out) && got.Exit == run.Code && sameFiles(filepath.Join(root, "work"), run.Files)
			count("hunting", "contoso", passed)
			judge(t, known, c.ID(), passed, func() {
				compare(t, c, got)
				requireFiles(t, filepath.Join(root, "work"), run.Files)
			})
		})
	}
}

// TestAuditScript runs the documented audit script as it was recorded: called
// from another script, with its prompts answered.
func TestAuditScript(t *testing.T) {
	text, err := os.ReadFile(auditScript)
	if os.IsNotExist(err) {
		t.Skip("the documented script is not part of the project")
	}
	require.NoError(t, err)
	exolab := contoso(t)
	for _, run := range readRuns(t, "audit-script/recorded.json") {
		t.Run(run.Name, func(t *testing.T) {
			dir := t.TempDir()
			script := filepath.Join(dir, filepath.Base(auditScript))
			require.NoError(t, os.WriteFile(script, text, 0o666))
			caller := filepath.Join(dir, "caller.ps1")
			require.NoError(t, os.WriteFile(caller, []byte("& '"+script+"' "+run.Args+"\n"), 0o666))
			args := []string{"pwsh", "-NoProfile"}
			if run.Stdin == nil {
				args = append(args, "-NonInteractive")
			}
			got, err := exolab.Run(dir, run.Stdin, append(args, "-File", caller)...)
			require.NoError(t, err)
			out := strings.NewReplacer(script, "<script>", caller, "<caller>").Replace(got.Output)
			count("audit-script", "recorded", Normalize(out) == Normalize(run.Out) && got.Exit == run.Code && sameFiles(dir, run.Files))
			require.Equal(t, Normalize(run.Out), Normalize(out))
			require.Equal(t, run.Code, got.Exit)
			requireFiles(t, dir, run.Files)
		})
	}
}

func sameFiles(dir string, want map[string]string) bool {
	for name, text := range want {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !sameText(text, string(got)) {
			return false
		}
	}
	return true
}

func requireFiles(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	for name, text := range want {
		got, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		if !sameText(text, string(got)) {
			require.Equal(t, text, string(got), name)
		}
	}
}

// sameText compares file contents; the recordings leave a byte order mark out.
func sameText(want, got string) bool {
	return strings.TrimPrefix(got, "\ufeff") == strings.TrimPrefix(want, "\ufeff")
}
