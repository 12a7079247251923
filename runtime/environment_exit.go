package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// describeExit adds Environment.Exit, which ends the script as the exit
// statement does, from wherever it stands.
func describeExit(table *value.TypeTable) {
	t, ok := table.Lookup("System.Environment")
	if !ok {
		return
	}
	load := t.Load
	t.Load = func(t *value.Type, m *value.Members) {
		load(t, m)
		dotnet.NewRows(t, m).Static("void Exit(int exitCode)", func(c *value.Call) (value.Value, error) {
			return value.Void, &ExitError{Code: int(c.Args[0].Int64())}
		})
	}
}
