package management

import "exolab/cmdlets"

// itemSpecs are the cmdlets about items: files, folders, variables, ....
var itemSpecs = []cmdlets.Spec{
	{
		Name: "Get-Item", Module: module, DefaultSet: "Path",
		OutputTypes: []string{"System.IO.FileInfo", "System.Boolean", "System.String", "System.IO.DirectoryInfo"},
		Synopsis:    "Gives the items at paths.",
		Examples:    []cmdlets.Example{{Code: "Set-Content t.txt one; (Get-Item t.txt).Name", Output: "t.txt"}},
		New:         func() any { return &GetItem{} },
	},
	{
		Name: "Get-ChildItem", Module: module, DefaultSet: "Items",
		OutputTypes: []string{"System.IO.FileInfo", "System.IO.DirectoryInfo"},
		Synopsis:    "Lists what is in folders and drives.",
		Examples:    []cmdlets.Example{{Code: "Set-Content b.txt 1; Set-Content a.txt 1; Get-ChildItem -Name", Output: "a.txt\nb.txt"}},
		New:         func() any { return &GetChildItem{} },
	},
	{
		Name: "New-Item", Module: module, DefaultSet: "pathSet", SupportsShouldProcess: true,
		OutputTypes: []string{"System.String", "System.IO.FileInfo", "System.IO.DirectoryInfo"},
		Synopsis:    "Makes files, folders and other items.",
		Examples:    []cmdlets.Example{{Code: "(New-Item d -ItemType Directory).PSIsContainer", Output: "True"}},
		New:         func() any { return &NewItem{} },
	},
	{
		Name: "Remove-Item", Module: module, DefaultSet: "Path", SupportsShouldProcess: true,
		Synopsis: "Removes items.",
		Examples: []cmdlets.Example{{Code: "Set-Content t.txt one; Remove-Item t.txt; Test-Path t.txt", Output: "False"}},
		New:      func() any { return &RemoveItem{} },
	},
	{
		Name: "Copy-Item", Module: module, DefaultSet: "Path", SupportsShouldProcess: true,
		Synopsis: "Copies files and folders.",
		Examples: []cmdlets.Example{{Code: "Set-Content a.txt one; Copy-Item a.txt b.txt; Get-Content b.txt", Output: "one"}},
		New:      NewCopyItem,
	},
	{
		Name: "Move-Item", Module: module, DefaultSet: "Path", SupportsShouldProcess: true,
		Synopsis: "Moves files and folders.",
		Examples: []cmdlets.Example{{Code: "Set-Content a.txt one; Move-Item a.txt b.txt; Test-Path a.txt, b.txt", Output: "False\nTrue"}},
		New:      func() any { return &MoveItem{} },
	},
	{
		Name: "Rename-Item", Module: module, DefaultSet: "ByPath", SupportsShouldProcess: true,
		Synopsis: "Gives items other names.",
		Examples: []cmdlets.Example{{Code: "Set-Content a.txt one; Rename-Item a.txt c.txt; Get-ChildItem -Name", Output: "c.txt"}},
		New:      func() any { return &RenameItem{} },
	},
	{
		Name: "Set-Item", Module: module, DefaultSet: "Path", SupportsShouldProcess: true,
		Synopsis: "Gives items of a drive other values.",
		Examples: []cmdlets.Example{{Code: "Set-Item Variable:n 5; $n", Output: "5"}},
		New:      func() any { return &SetItem{} },
	},
	{
		Name: "Clear-Item", Module: module, DefaultSet: "Path", SupportsShouldProcess: true,
		Synopsis: "Takes the values of items away.",
		Examples: []cmdlets.Example{{Code: "$n = 5; Clear-Item Variable:n; $null -eq $n", Output: "True"}},
		New:      func() any { return &ClearItem{} },
	},
	{
		Name: "Invoke-Item", Module: module, DefaultSet: "Path", SupportsShouldProcess: true,
		Synopsis: "Prints the full path of a file, which a desktop would open.",
		Examples: []cmdlets.Example{{Code: "Set-Content t.txt one; Invoke-Item t.txt 6> $null"}},
		New:      func() any { return &InvokeItem{} },
	},
	{
		Name: "Get-ItemProperty", Module: module, DefaultSet: "Path",
		OutputTypes: []string{"System.Boolean", "System.String", "System.DateTime", "System.IO.FileInfo", "System.IO.DirectoryInfo"},
		Synopsis:    "Gives properties of items.",
		Examples:    []cmdlets.Example{{Code: "Set-Content t.txt one; (Get-ItemProperty t.txt -Name Length).Length", Output: "4"}},
		New:         func() any { return &GetItemProperty{} },
	},
	{
		Name: "Get-ItemPropertyValue", Module: module, DefaultSet: "Path",
		Synopsis: "Gives the values of properties of items.",
		Examples: []cmdlets.Example{{Code: "Set-Content t.txt one; Get-ItemPropertyValue t.txt -Name Length", Output: "4"}},
		New:      func() any { return &GetItemPropertyValue{} },
	},
	{
		Name: "Set-ItemProperty", Module: module, DefaultSet: "propertyValuePathSet", SupportsShouldProcess: true,
		Synopsis: "Sets properties of items.",
		Examples: []cmdlets.Example{{Code: "Set-Content t.txt one; Set-ItemProperty t.txt IsReadOnly $true; (Get-Item t.txt).IsReadOnly; Set-ItemProperty t.txt IsReadOnly $false", Output: "True"}},
		New:      func() any { return &SetItemProperty{} },
	},
}
