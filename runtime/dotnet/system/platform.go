package system

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// typePlatform is System.Management.Automation.Platform. The platform is Linux
// for scripts, wherever exolab runs.
var typePlatform = &value.Type{Name: "Platform", FullName: "System.Management.Automation.Platform", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

func loadPlatform(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	for name, is := range map[string]bool{"IsLinux": true, "IsCoreCLR": true, "IsMacOS": false, "IsWindows": false, "IsNanoServer": false,
		"IsIoT": false, "IsWindowsDesktop": false, "IsStaSupported": false} {
		b.StaticGet("bool "+name, func(value.Env) value.Value { return value.Bool(is) })
	}
}
