package core

import "exolab/cmdlets"

// shapeSpecs are the cmdlets that make, describe and compare objects.
var shapeSpecs = []cmdlets.Spec{
	{
		Name: "Add-Member", Module: moduleUtility, DefaultSet: "TypeNameSet", Synopsis: "Adds properties and methods to an object.",
		Examples: []cmdlets.Example{{Code: "([pscustomobject]@{ A = 1 } | Add-Member B 2 -PassThru).B", Output: "2"}},
		New:      func() any { return &AddMember{} },
	},
	{
		Name: "Get-Member", Module: moduleUtility, OutputTypes: []string{"Microsoft.PowerShell.Commands.MemberDefinition"},
		Synopsis: "Lists the properties and methods of objects.",
		Examples: []cmdlets.Example{{Code: "('text' | Get-Member Length).Definition", Output: "int Length {get;}"}},
		New:      func() any { return &GetMember{} },
	},
	{
		Name: "New-Object", Module: moduleUtility, DefaultSet: "Net", Synopsis: "Makes an object of a .NET type.",
		Examples: []cmdlets.Example{{Code: "(New-Object version 1, 2).Minor", Output: "2"}},
		New:      func() any { return &NewObject{} },
	},
	{
		Name: "Compare-Object", Module: moduleUtility, Synopsis: "Finds what two sets of objects do not share.",
		Examples: []cmdlets.Example{{Code: "(Compare-Object 1, 2 2, 3).SideIndicator", Output: "=>\n<="}},
		New:      func() any { return &CompareObject{} },
	},
	{
		Name: "Tee-Object", Module: moduleUtility, DefaultSet: "File", Synopsis: "Keeps objects in a file or variable and passes them on.",
		Examples: []cmdlets.Example{{Code: "1, 2 | Tee-Object -Variable kept\n$kept.Count", Output: "1\n2\n2"}},
		New:      func() any { return &TeeObject{} },
	},
	{
		Name: "Get-Unique", Module: moduleUtility, DefaultSet: "AsString", Synopsis: "Leaves out objects that repeat the one before them.",
		Examples: []cmdlets.Example{{Code: "1, 1, 2 | Get-Unique", Output: "1\n2"}},
		New:      func() any { return &GetUnique{} },
	},
	{
		Name: "Update-List", Module: moduleUtility, DefaultSet: "AddRemoveSet", Synopsis: "Adds to and removes from a list that a property holds.",
		Examples: []cmdlets.Example{{Code: "$o = [pscustomobject]@{ L = [Collections.ArrayList](1, 2) }; ($o | Update-List L -Add 3 -Remove 1).L", Output: "2\n3"}},
		New:      func() any { return &UpdateList{} },
	},
}
