// Package gallery holds the modules that are part of the program and the cmdlets
// of PowerShellGet and PackageManagement: the gallery that they reach offers the
// modules whose cmdlets exolab emulates, which are installed already.
package gallery

import "exolab/runtime"

// installed is the folder in which PowerShell keeps its own modules.
const installed = "/opt/microsoft/powershell/7/Modules"

// modules are those that PowerShell brings with it.
var modules = []runtime.ShippedModule{
	{Name: "Microsoft.PowerShell.Archive", Version: "1.2.5", Kind: "Manifest", Directory: installed},
	{Name: "Microsoft.PowerShell.Host", Version: "7.0.0.0", Kind: "Manifest", Directory: installed},
	{Name: "Microsoft.PowerShell.Management", Version: "7.0.0.0", Kind: "Manifest", Directory: installed},
	{Name: "Microsoft.PowerShell.Security", Version: "7.0.0.0", Kind: "Manifest", Directory: installed},
	{Name: "Microsoft.PowerShell.Utility", Version: "7.0.0.0", Kind: "Manifest", Directory: installed},
	{Name: "PackageManagement", Version: "1.4.8.1", Kind: "Script", Directory: installed},
	{Name: "PowerShellGet", Version: "2.2.5", Kind: "Script", Directory: installed},
	{Name: "PSReadLine", Version: "2.4.5", Kind: "Script", Directory: installed},
	{Name: "ThreadJob", Version: "2.0.3", Kind: "Binary", Directory: installed},
}
