package management

import "exolab/cmdlets"

// machineSpecs are the cmdlets about the machine, of which exolab knows little.
var machineSpecs = []cmdlets.Spec{
	{
		Name: "Get-CimInstance", Module: "CimCmdlets", DefaultSet: "ClassNameComputerSet", Class: "Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand",
		Synopsis: "Describes the computer in Windows' classes: operating system, computer, time zone, BIOS.",
		Examples: []cmdlets.Example{{Code: "(Get-CimInstance Win32_OperatingSystem).OSArchitecture", Output: "64-bit"}},
		New:      func() any { return &GetCimInstance{} },
	},
	{
		Name: "Get-TimeZone", Module: module, DefaultSet: "Name",
		OutputTypes: []string{"System.TimeZoneInfo"},
		Synopsis:    "Gives time zones.",
		Examples:    []cmdlets.Example{{Code: "(Get-TimeZone -Id UTC).Id", Output: "UTC"}},
		New:         func() any { return &GetTimeZone{} },
	},
	{
		Name: "Get-Process", Module: module, DefaultSet: "Name",
		OutputTypes: []string{"System.Diagnostics.ProcessModule", "System.Diagnostics.FileVersionInfo", "System.Diagnostics.Process"},
		Synopsis:    "Gives the process of exolab itself.",
		Examples:    []cmdlets.Example{{Code: "(Get-Process -Id $PID).Id -eq $PID", Output: "True"}},
		New:         func() any { return &GetProcess{} },
	},
	{
		Name: "Get-Clipboard", Module: module,
		OutputTypes: []string{"System.String"},
		Synopsis:    "Gives what Set-Clipboard kept.",
		Examples:    []cmdlets.Example{{Code: "'a' | Set-Clipboard; Get-Clipboard", Output: "a"}},
		New:         func() any { return &GetClipboard{} },
	},
	{
		Name: "Set-Clipboard", Module: module, SupportsShouldProcess: true,
		OutputTypes: []string{"System.String"},
		Synopsis:    "Keeps text for Get-Clipboard, within the session.",
		Examples:    []cmdlets.Example{{Code: "'a', 'b' | Set-Clipboard; (Get-Clipboard).Count", Output: "2"}},
		New:         func() any { return &SetClipboard{} },
	},
}
