package core

import "exolab/cmdlets"

var formatTypes = []string{
	"Microsoft.PowerShell.Commands.Internal.Format.FormatStartData",
	"Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData",
	"Microsoft.PowerShell.Commands.Internal.Format.FormatEndData",
	"Microsoft.PowerShell.Commands.Internal.Format.GroupStartData",
	"Microsoft.PowerShell.Commands.Internal.Format.GroupEndData",
}

// outputSpecs are the cmdlets that format and show objects.
var outputSpecs = []cmdlets.Spec{
	{
		Name: "Format-Table", Module: moduleUtility, OutputTypes: formatTypes, Synopsis: "Shows objects as a table.",
		Examples: []cmdlets.Example{{Code: "[pscustomobject]@{ Name = 'Adele'; Items = 5 } | Format-Table -AutoSize",
			Output: "\nName  Items\n----  -----\nAdele     5\n"}},
		New: func() any { return &FormatTable{} },
	},
	{
		Name: "Format-List", Module: moduleUtility, OutputTypes: formatTypes, Synopsis: "Shows objects as lists of their properties.",
		Examples: []cmdlets.Example{{Code: "[pscustomobject]@{ Name = 'Adele'; Items = 5 } | Format-List", Output: "\nName  : Adele\nItems : 5\n"}},
		New:      func() any { return &FormatList{} },
	},
	{
		Name: "Format-Wide", Module: moduleUtility, OutputTypes: formatTypes, Synopsis: "Shows one property of objects in several columns.",
		Examples: []cmdlets.Example{{Code: "[pscustomobject]@{ Name = 'Adele' } | Format-Wide Name", Output: "\nAdele\n"}},
		New:      func() any { return &FormatWide{} },
	},
	{
		Name: "Format-Custom", Module: moduleUtility, OutputTypes: formatTypes, Synopsis: "Shows objects with everything that is in them.",
		Examples: []cmdlets.Example{{Code: "[pscustomobject]@{ Items = 5 } | Format-Custom", Output: "\nclass PSCustomObject\n{\n  Items = 5\n}\n"}},
		New:      func() any { return &FormatCustom{} },
	},
	{
		Name: "Out-String", Module: moduleUtility, DefaultSet: "NoNewLineFormatting", OutputTypes: []string{"System.String"},
		Synopsis: "Gives what the console would show as text.",
		Examples: []cmdlets.Example{{Code: "('a', 'b' | Out-String).Length", Output: "4"}},
		New:      func() any { return &OutString{} },
	},
	{
		Name: "Out-Default", Module: moduleCore, Synopsis: "Shows objects as the end of a pipeline does.",
		Examples: []cmdlets.Example{{Code: "'a' | Out-Default", Output: "a"}},
		New:      func() any { return &OutDefault{} },
	},
	{
		Name: "Out-Host", Module: moduleCore, Synopsis: "Shows objects on the console.",
		Examples: []cmdlets.Example{{Code: "'a' | Out-Host", Output: "a"}},
		New:      func() any { return &OutHost{} },
	},
	{
		Name: "Out-GridView", Module: moduleUtility, DefaultSet: "PassThru", Synopsis: "Writes a page with a table that can be searched and sorted, where PowerShell for Windows opens a window.",
		Examples: []cmdlets.Example{{Code: "\"$(1 | Out-GridView 6>&1)\" -match 'exolab-grid-'", Output: "True"}},
		New:      func() any { return &OutGridView{} },
	},
	{
		Name: "Out-File", Module: moduleUtility, DefaultSet: "ByPath", SupportsShouldProcess: true,
		Synopsis: "Writes what the console would show to a file.",
		Examples: []cmdlets.Example{{Code: "'a' | Out-File a.txt"}},
		New:      func() any { return &OutFile{} },
	},
}
