package system

import (
	"os"
	"runtime"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var typeEnvironment = &value.Type{Name: "Environment", FullName: "System.Environment", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

func loadEnvironment(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Constant("string NewLine", value.Str("\n"))
	b.StaticGet("string MachineName", func(value.Env) value.Value {
		name, _ := os.Hostname()
		return value.Str(name)
	})
	b.StaticGet("string UserName", func(value.Env) value.Value { return value.Str(os.Getenv("USER")) })
	b.StaticGet("string UserDomainName", func(value.Env) value.Value {
		name, _ := os.Hostname()
		return value.Str(name)
	})
	b.StaticGet("string CurrentDirectory", func(env value.Env) value.Value { return value.Str(env.WorkingDirectory()) })
	b.StaticGet("int ProcessorCount", func(value.Env) value.Value { return value.Int(runtime.NumCPU()) })
	b.Constant("int CurrentManagedThreadId", value.Int(1))
	b.StaticGet("int ProcessId", func(value.Env) value.Value { return value.Int(os.Getpid()) })
	b.StaticGet("int TickCount", func(env value.Env) value.Value { return value.Int(int(env.NowTicks() / dotnet.TicksPerMillisecond)) })
	b.StaticGet("long TickCount64", func(env value.Env) value.Value { return value.Long(env.NowTicks() / dotnet.TicksPerMillisecond) })
	b.Constant("bool Is64BitOperatingSystem", value.True)
	b.Constant("bool Is64BitProcess", value.True)
	b.Constant("bool HasShutdownStarted", value.False)
	b.Constant("bool UserInteractive", value.True)
	b.Constant("int ExitCode", value.Int(0))
	b.Constant("int SystemPageSize", value.Int(4096))
	b.Constant("version Version", versionOf(10, 0, 0, -1))
	b.Constant("string StackTrace", value.Str(""))
	b.Constant("string SystemDirectory", value.Str(""))
	b.StaticGet("string CommandLine", func(value.Env) value.Value { return value.Str(strings.Join(os.Args, " ")) })
	b.StaticGet("System.OperatingSystem OSVersion", func(value.Env) value.Value { return operatingSystem() })
	loadVariables(b)
	loadProcess(b)
	b.Static("string ExpandEnvironmentVariables(string name)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(expandVariables(dotnet.TextArg(c, 0))) }))
	b.Static("string GetFolderPath(System.Environment+SpecialFolder folder)", folderBody)
	b.Static("string GetFolderPath(System.Environment+SpecialFolder folder, System.Environment+SpecialFolderOption option)", folderBody)
	b.Static("string[] GetCommandLineArgs()", dotnet.Give(func(*value.Call) value.Value { return value.Strings(os.Args...) }))
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

// operatingSystem describes the system as .NET on Linux does.
func operatingSystem() value.Value {
	o := value.NewObject(4)
	o.T = typeOperatingSystem
	o.Set("Platform", value.Enum(dotnet.MustType("System.PlatformID"), 4))
	o.Set("ServicePack", value.Str(""))
	o.Set("Version", versionOf(5, 15, 0, 0))
	o.Set("VersionString", value.Str("Unix 5.15.0.0"))
	return value.Obj(o)
}

var typeOperatingSystem = &value.Type{Name: "OperatingSystem", FullName: "System.OperatingSystem", Kind: value.KindObject, Base: value.TypeObject}
