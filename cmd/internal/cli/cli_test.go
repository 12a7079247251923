package cli

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	run := func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
	testscript.Main(m, map[string]func(){"exolab": run, "pwsh": run})
}

// TestProgram runs the scripts in testdata/cli with the program as users
// start it.
func TestProgram(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "../../../testdata/cli",
		Setup: func(e *testscript.Env) error {
			e.Setenv("EXOLAB_DATA", e.WorkDir+"/data")
			e.Setenv("NO_COLOR", "1")
			e.Setenv("TZ", "UTC")
			e.Setenv("HOME", e.WorkDir)
			return nil
		},
	})
}
