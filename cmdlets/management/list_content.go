package management

import "exolab/cmdlets"

// contentSpecs are the cmdlets about what is in files.
var contentSpecs = []cmdlets.Spec{
	{
		Name: "Get-Content", Module: module, DefaultSet: "Path",
		OutputTypes: []string{"System.Byte", "System.String"},
		Synopsis:    "Gives the lines of files.",
		Examples:    []cmdlets.Example{{Code: "'a', 'b' | Set-Content t.txt; Get-Content t.txt -Tail 1", Output: "b"}},
		New:         NewGetContent,
	},
	{
		Name: "Set-Content", Module: module, DefaultSet: "Path", SupportsShouldProcess: true,
		Synopsis: "Writes values to files.",
		Examples: []cmdlets.Example{{Code: "Set-Content t.txt one, two; (Get-Content t.txt).Count", Output: "2"}},
		New:      func() any { return &SetContent{} },
	},
	{
		Name: "Add-Content", Module: module, DefaultSet: "Path", SupportsShouldProcess: true,
		Synopsis: "Adds values to the end of files.",
		Examples: []cmdlets.Example{{Code: "Set-Content t.txt one; Add-Content t.txt two; Get-Content t.txt", Output: "one\ntwo"}},
		New:      func() any { return &AddContent{} },
	},
	{
		Name: "Clear-Content", Module: module, DefaultSet: "Path", SupportsShouldProcess: true,
		Synopsis: "Empties files.",
		Examples: []cmdlets.Example{{Code: "Set-Content t.txt one; Clear-Content t.txt; (Get-Item t.txt).Length", Output: "0"}},
		New:      func() any { return &ClearContent{} },
	},
}
