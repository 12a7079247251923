package dotnet

import (
	"os"
	"runtime"
	"strings"

	"exolab/runtime/value"
)

var typeEnvironment = &value.Type{Name: "Environment", FullName: "System.Environment", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

func loadEnvironment(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.constant("string NewLine", value.Str("\n"))
	b.staticGet("string MachineName", func(value.Env) value.Value {
		name, _ := os.Hostname()
		return value.Str(name)
	})
	b.staticGet("string UserName", func(value.Env) value.Value { return value.Str(os.Getenv("USER")) })
	b.staticGet("string UserDomainName", func(value.Env) value.Value {
		name, _ := os.Hostname()
		return value.Str(name)
	})
	b.staticGet("string CurrentDirectory", func(env value.Env) value.Value { return value.Str(env.WorkingDirectory()) })
	b.staticGet("int ProcessorCount", func(value.Env) value.Value { return value.Int(runtime.NumCPU()) })
	b.staticGet("int ProcessId", func(value.Env) value.Value { return value.Int(os.Getpid()) })
	b.staticGet("int TickCount", func(env value.Env) value.Value { return value.Int(int(env.NowTicks() / ticksPerMillisecond)) })
	b.staticGet("long TickCount64", func(env value.Env) value.Value { return value.Long(env.NowTicks() / ticksPerMillisecond) })
	b.constant("bool Is64BitOperatingSystem", value.True)
	b.constant("bool Is64BitProcess", value.True)
	b.constant("bool HasShutdownStarted", value.False)
	b.constant("bool UserInteractive", value.True)
	b.constant("int ExitCode", value.Int(0))
	b.constant("int SystemPageSize", value.Int(4096))
	b.constant("version Version", versionOf(10, 0, 0, -1))
	b.constant("string StackTrace", value.Str(""))
	b.constant("string SystemDirectory", value.Str(""))
	b.staticGet("string CommandLine", func(value.Env) value.Value { return value.Str(strings.Join(os.Args, " ")) })
	b.staticGet("System.OperatingSystem OSVersion", func(value.Env) value.Value { return operatingSystem() })
	b.static("string GetEnvironmentVariable(string variable)", getVariable)
	b.static("string GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)", getVariable)
	set := do(func(c *value.Call) error {
		if c.Args[1].IsNull() || text(c, 1) == "" {
			return os.Unsetenv(text(c, 0))
		}
		return os.Setenv(text(c, 0), text(c, 1))
	})
	b.static("void SetEnvironmentVariable(string variable, string value)", set)
	b.static("void SetEnvironmentVariable(string variable, string value, System.EnvironmentVariableTarget target)", set)
	b.static("System.Collections.IDictionary GetEnvironmentVariables()", give(func(*value.Call) value.Value {
		d := &value.Dict{T: value.TypeHashtable, CaseSensitive: true}
		for _, pair := range os.Environ() {
			name, v, _ := strings.Cut(pair, "=")
			d.Set(value.Str(name), value.Str(v))
		}
		return value.Obj(d)
	}))
	b.static("string ExpandEnvironmentVariables(string name)", give(func(c *value.Call) value.Value { return value.Str(expandVariables(text(c, 0))) }))
	b.static("string GetFolderPath(System.Environment+SpecialFolder folder)", give(func(c *value.Call) value.Value { return value.Str(folderPath(c.Args[0].Int64())) }))
	b.static("string[] GetCommandLineArgs()", give(func(*value.Call) value.Value { return value.Strings(os.Args...) }))
}

func getVariable(c *value.Call) (value.Value, error) {
	if c.Args[0].IsNull() {
		return value.Null, errNullArgument("variable")
	}
	if v, ok := os.LookupEnv(text(c, 0)); ok {
		return value.Str(v), nil
	}
	return value.Null, nil
}

// expandVariables replaces %NAME% by the variable's value where it has one.
func expandVariables(s string) string {
	parts := strings.Split(s, "%")
	for i := 1; i+1 < len(parts); i++ {
		if v, ok := os.LookupEnv(parts[i]); ok {
			parts[i-1], parts = parts[i-1]+v+parts[i+1], append(parts[:i], parts[i+2:]...)
			i--
		}
	}
	return strings.Join(parts, "%")
}

// folderPath is where a special folder lies below the home directory.
func folderPath(folder int64) string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	below := map[int64]string{0: "/Desktop", 16: "/Desktop", 5: "/Documents", 13: "/Music", 14: "/Videos", 39: "/Pictures", 40: "", 26: "/.config", 28: "/.local/share", 21: "/Templates"}
	if path, ok := below[folder]; ok {
		return home + path
	}
	if folder == 35 {
		return "/usr/share"
	}
	return ""
}

// operatingSystem describes the system as .NET on Linux does.
func operatingSystem() value.Value {
	o := value.NewObject(4)
	o.T = typeOperatingSystem
	o.Set("Platform", value.Enum(mustType("System.PlatformID"), 4))
	o.Set("ServicePack", value.Str(""))
	o.Set("Version", versionOf(5, 15, 0, 0))
	o.Set("VersionString", value.Str("Unix 5.15.0.0"))
	return value.Obj(o)
}

var typeOperatingSystem = &value.Type{Name: "OperatingSystem", FullName: "System.OperatingSystem", Kind: value.KindObject, Base: value.TypeObject}
