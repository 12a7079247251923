package system

import (
	"os"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadVariables fills Environment's methods for environment variables. Outside
// Windows only the process has some: those of users and machines are empty and
// setting them does nothing.
func loadVariables(b dotnet.Rows) {
	b.Static("string GetEnvironmentVariable(string variable)", getVariable)
	b.Static("string GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)", getVariable)
	b.Static("void SetEnvironmentVariable(string variable, string value)", setVariable)
	b.Static("void SetEnvironmentVariable(string variable, string value, System.EnvironmentVariableTarget target)", setVariable)
	b.Static("System.Collections.IDictionary GetEnvironmentVariables()", allVariables)
	b.Static("System.Collections.IDictionary GetEnvironmentVariables(System.EnvironmentVariableTarget target)", allVariables)
}

// ofProcess tells whether the target, where argument i is one, is the process.
func ofProcess(c *value.Call, i int) bool { return len(c.Args) <= i || c.Args[i].Int64() == 0 }

func getVariable(c *value.Call) (value.Value, error) {
	if c.Args[0].IsNull() {
		return value.Null, dotnet.ErrNullArgument("variable")
	}
	if v, ok := os.LookupEnv(dotnet.TextArg(c, 0)); ok && ofProcess(c, 1) {
		return value.Str(v), nil
	}
	return value.Null, nil
}

func setVariable(c *value.Call) (value.Value, error) {
	switch {
	case !ofProcess(c, 2):
		return value.Void, nil
	case c.Args[1].IsNull() || dotnet.TextArg(c, 1) == "":
		return value.Void, os.Unsetenv(dotnet.TextArg(c, 0))
	}
	return value.Void, os.Setenv(dotnet.TextArg(c, 0), dotnet.TextArg(c, 1))
}

func allVariables(c *value.Call) (value.Value, error) {
	d := &value.Dict{T: value.TypeHashtable, CaseSensitive: true}
	if !ofProcess(c, 0) {
		return value.Obj(d), nil
	}
	for _, pair := range os.Environ() {
		name, v, _ := strings.Cut(pair, "=")
		d.Set(value.Str(name), value.Str(v))
	}
	return value.Obj(d), nil
}
