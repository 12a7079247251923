package management

import "exolab/cmdlets"

// pathSpecs are the cmdlets about paths, locations and drives.
var pathSpecs = []cmdlets.Spec{
	{
		Name: "Test-Path", Module: module, DefaultSet: "Path",
		OutputTypes: []string{"System.Boolean"},
		Synopsis:    "Tells if paths lead somewhere.",
		Examples:    []cmdlets.Example{{Code: "Test-Path nowhere.txt", Output: "False"}},
		New:         func() any { return &TestPath{} },
	},
	{
		Name: "Resolve-Path", Module: module, DefaultSet: "Path",
		OutputTypes: []string{"System.String", "System.Management.Automation.PathInfo"},
		Synopsis:    "Gives full paths.",
		Examples:    []cmdlets.Example{{Code: "Set-Content a.txt 1; Resolve-Path *.txt -Relative", Output: "./a.txt"}},
		New:         func() any { return &ResolvePath{} },
	},
	{
		Name: "Convert-Path", Module: module, DefaultSet: "Path",
		OutputTypes: []string{"System.String"},
		Synopsis:    "Gives paths as the operating system knows them.",
		Examples:    []cmdlets.Example{{Code: "Convert-Path /", Output: "/"}},
		New:         func() any { return &ConvertPath{} },
	},
	{
		Name: "Split-Path", Module: module, DefaultSet: "ParentSet",
		OutputTypes: []string{"System.String", "System.Boolean"},
		Synopsis:    "Gives a part of a path.",
		Examples:    []cmdlets.Example{{Code: "Split-Path /var/log/app.log -Leaf", Output: "app.log"}},
		New:         func() any { return &SplitPath{} },
	},
	{
		Name: "Join-Path", Module: module,
		OutputTypes: []string{"System.String"},
		Synopsis:    "Puts paths together.",
		Examples:    []cmdlets.Example{{Code: "Join-Path a b, c", Output: "a/b/c"}},
		New:         func() any { return &JoinPath{} },
	},
	{
		Name: "Get-Location", Module: module, DefaultSet: "Location",
		OutputTypes: []string{"System.Management.Automation.PathInfo", "System.Management.Automation.PathInfoStack"},
		Synopsis:    "Gives the current location.",
		Examples:    []cmdlets.Example{{Code: "Set-Location /; (Get-Location).Path", Output: "/"}},
		New:         func() any { return &GetLocation{} },
	},
	{
		Name: "Set-Location", Module: module, DefaultSet: "Path",
		OutputTypes: []string{"System.Management.Automation.PathInfo", "System.Management.Automation.PathInfoStack"},
		Synopsis:    "Goes to another location.",
		Examples:    []cmdlets.Example{{Code: "Set-Location /; $PWD.Path", Output: "/"}},
		New:         func() any { return &SetLocation{} },
	},
	{
		Name: "Push-Location", Module: module, DefaultSet: "Path",
		OutputTypes: []string{"System.Management.Automation.PathInfo"},
		Synopsis:    "Goes to another location and remembers this one.",
		Examples:    []cmdlets.Example{{Code: "Push-Location /; $PWD.Path; Pop-Location", Output: "/"}},
		New:         func() any { return &PushLocation{} },
	},
	{
		Name: "Pop-Location", Module: module,
		OutputTypes: []string{"System.Management.Automation.PathInfo"},
		Synopsis:    "Goes back to the location that was pushed last.",
		Examples:    []cmdlets.Example{{Code: "$before = $PWD.Path; Push-Location /; Pop-Location; $PWD.Path -eq $before", Output: "True"}},
		New:         func() any { return &PopLocation{} },
	},
	{
		Name: "Get-PSDrive", Module: module, DefaultSet: "Name",
		OutputTypes: []string{"System.Management.Automation.PSDriveInfo"},
		Synopsis:    "Gives drives.",
		Examples:    []cmdlets.Example{{Code: "(Get-PSDrive Env).Provider.Name", Output: "Environment"}},
		New:         func() any { return &GetPSDrive{} },
	},
	{
		Name: "New-PSDrive", Module: module, SupportsShouldProcess: true,
		Synopsis: "Makes a drive for a folder.",
		Examples: []cmdlets.Example{{Code: "(New-PSDrive Work FileSystem .).Name", Output: "Work"}},
		New:      func() any { return &NewPSDrive{} },
	},
	{
		Name: "Remove-PSDrive", Module: module, DefaultSet: "Name", SupportsShouldProcess: true,
		Synopsis: "Forgets drives.",
		Examples: []cmdlets.Example{{Code: "$null = New-PSDrive Work FileSystem .; Remove-PSDrive Work; Test-Path Work:/", Output: "False"}},
		New:      func() any { return &RemovePSDrive{} },
	},
	{
		Name: "Get-PSProvider", Module: module,
		OutputTypes: []string{"System.Management.Automation.ProviderInfo"},
		Synopsis:    "Gives the providers behind the drives.",
		Examples:    []cmdlets.Example{{Code: "(Get-PSProvider Env*).Name", Output: "Environment"}},
		New:         func() any { return &GetPSProvider{} },
	},
}
