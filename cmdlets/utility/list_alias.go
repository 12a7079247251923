package utility

import "exolab/cmdlets"

// aliasSpecs are the cmdlets about aliases.
var aliasSpecs = []cmdlets.Spec{
	{
		Name: "Get-Alias", Module: module, DefaultSet: "Default",
		OutputTypes: []string{"System.Management.Automation.AliasInfo"},
		Synopsis:    "Gives aliases.",
		Examples:    []cmdlets.Example{{Code: "(Get-Alias gci).Definition", Output: "Get-ChildItem"}},
		New:         func() any { return &GetAlias{} },
	},
	{
		Name: "Set-Alias", Module: module, SupportsShouldProcess: true,
		OutputTypes: []string{"System.Management.Automation.AliasInfo"},
		Synopsis:    "Sets an alias.",
		Examples:    []cmdlets.Example{{Code: "Set-Alias gd Get-Date; (Get-Alias gd).Definition", Output: "Get-Date"}},
		New:         func() any { return &SetAlias{} },
	},
	{
		Name: "New-Alias", Module: module, SupportsShouldProcess: true,
		OutputTypes: []string{"System.Management.Automation.AliasInfo"},
		Synopsis:    "Makes an alias.",
		Examples:    []cmdlets.Example{{Code: "New-Alias gd Get-Date; (Get-Alias gd).Definition", Output: "Get-Date"}},
		New:         func() any { return &NewAlias{} },
	},
	{
		Name: "Remove-Alias", Module: module, DefaultSet: "Default",
		Synopsis: "Takes aliases away.",
		Examples: []cmdlets.Example{{Code: "New-Alias gd Get-Date; Remove-Alias gd; Test-Path Alias:gd", Output: "False"}},
		New:      func() any { return &RemoveAlias{} },
	},
	{
		Name: "Export-Alias", Module: module, DefaultSet: "ByPath", SupportsShouldProcess: true,
		OutputTypes: []string{"System.Management.Automation.AliasInfo"},
		Synopsis:    "Writes aliases to a file.",
		Examples:    []cmdlets.Example{{Code: "Export-Alias a.csv -Name gci; Get-Content a.csv", Output: "\"gci\",\"Get-ChildItem\",\"\",\"ReadOnly\""}},
		New:         func() any { return &ExportAlias{} },
	},
	{
		Name: "Import-Alias", Module: module, DefaultSet: "ByPath", SupportsShouldProcess: true,
		OutputTypes: []string{"System.Management.Automation.AliasInfo"},
		Synopsis:    "Reads aliases from a file.",
		Examples:    []cmdlets.Example{{Code: "Set-Content a.csv '\"gd\",\"Get-Date\",\"\",\"None\"'; Import-Alias a.csv; (Get-Alias gd).Definition", Output: "Get-Date"}},
		New:         func() any { return &ImportAlias{} },
	},
}
