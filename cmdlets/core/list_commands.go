package core

import "exolab/cmdlets"

// commandSpecs are the cmdlets about commands, aliases and modules.
var commandSpecs = []cmdlets.Spec{
	{
		Name: "Get-Command", Module: moduleCore, DefaultSet: "CmdletSet",
		OutputTypes: []string{"System.Management.Automation.AliasInfo", "System.Management.Automation.ApplicationInfo", "System.Management.Automation.FunctionInfo", "System.Management.Automation.CmdletInfo", "System.Management.Automation.ExternalScriptInfo", "System.Management.Automation.FilterInfo", "System.String", "System.Management.Automation.PSObject"},
		Synopsis:    "Finds commands by name, verb, noun, kind or module.",
		Examples:    []cmdlets.Example{{Code: "(Get-Command select).Definition", Output: "Select-Object"}},
		New:         func() any { return &GetCommand{} },
	},
	{
		Name: "Register-ArgumentCompleter", Module: moduleCore, Class: "System.Management.Automation.RegisterArgumentCompleterCommand",
		Synopsis: "Lets a block say what could stand as the value of a parameter.",
		Examples: []cmdlets.Example{{Code: "Register-ArgumentCompleter -CommandName Get-Date -ParameterName Format -ScriptBlock { 'yyyy', 'MM' }\n" +
			"(TabExpansion2 'Get-Date -Format ' 17).CompletionMatches.CompletionText -join ' '", Output: "yyyy MM"}},
		New: func() any { return &RegisterArgumentCompleter{} },
	},
	{
		Name: "Get-Alias", Module: moduleUtility, DefaultSet: "Default",
		OutputTypes: []string{"System.Management.Automation.AliasInfo"},
		Synopsis:    "Lists aliases by name or by the command they stand for.",
		Examples:    []cmdlets.Example{{Code: "(Get-Alias gm).Definition", Output: "Get-Member"}},
		New:         func() any { return &GetAlias{} },
	},
	{
		Name: "Set-Alias", Module: moduleUtility, SupportsShouldProcess: true,
		OutputTypes: []string{"System.Management.Automation.AliasInfo"},
		Synopsis:    "Makes or changes an alias.",
		Examples:    []cmdlets.Example{{Code: "Set-Alias count Measure-Object; (1..3 | count).Count", Output: "3"}},
		New:         func() any { return &SetAlias{} },
	},
	{
		Name: "New-Alias", Module: moduleUtility, SupportsShouldProcess: true,
		OutputTypes: []string{"System.Management.Automation.AliasInfo"},
		Synopsis:    "Makes an alias that does not exist yet.",
		Examples:    []cmdlets.Example{{Code: "New-Alias last Select-Object; 'a', 'b' | last -Last 1", Output: "b"}},
		New:         func() any { return &SetAlias{Fresh: true} },
	},
	{
		Name: "Remove-Alias", Module: moduleUtility, DefaultSet: "Default",
		Synopsis: "Takes aliases away.",
		Examples: []cmdlets.Example{{Code: "Set-Alias x Get-Date; Remove-Alias x; Test-Path alias:x", Output: "False"}},
		New:      func() any { return &RemoveAlias{} },
	},
	{
		Name: "Get-Error", Module: moduleUtility, DefaultSet: "Newest",
		OutputTypes: []string{"System.Management.Automation.ErrorRecord#PSExtendedError", "System.Exception#PSExtendedError"},
		Synopsis:    "Emits the latest errors to be shown in full.",
		Examples:    []cmdlets.Example{{Code: "Write-Error 'no' 2>$null; (Get-Error).Exception.Message", Output: "no"}},
		New:         func() any { return &GetError{} },
	},
	{
		Name: "Export-Alias", Module: moduleUtility, DefaultSet: "ByPath", SupportsShouldProcess: true, OutputTypes: []string{"System.Management.Automation.AliasInfo"},
		Synopsis: "Writes aliases to a file.",
		Examples: []cmdlets.Example{{Code: "Export-Alias aliases.csv -Name gm; (Get-Content aliases.csv)[-1]", Output: `"gm","Get-Member","","ReadOnly"`}},
		New:      func() any { return &ExportAlias{} },
	},
	{
		Name: "Import-Alias", Module: moduleUtility, DefaultSet: "ByPath", SupportsShouldProcess: true, OutputTypes: []string{"System.Management.Automation.AliasInfo"},
		Synopsis: "Defines the aliases of a file.",
		Examples: []cmdlets.Example{{Code: `Set-Content a.csv '"count","Measure-Object","","None"'; Import-Alias a.csv; (1..3 | count).Count`, Output: "3"}},
		New:      func() any { return &ImportAlias{} },
	},
	{
		Name: "Get-Verb", Module: moduleUtility, OutputTypes: []string{"System.Management.Automation.VerbInfo"},
		Synopsis: "Lists the verbs that commands may have.",
		Examples: []cmdlets.Example{{Code: "(Get-Verb Search).Group", Output: "Common"}},
		New:      func() any { return &GetVerb{} },
	},
	{
		Name: "Get-PSCallStack", Module: moduleUtility, OutputTypes: []string{"System.Management.Automation.CallStackFrame"},
		Synopsis: "Lists the running functions and scripts.",
		Examples: []cmdlets.Example{{Code: "function Show-Caller { (Get-PSCallStack)[0].Command }; Show-Caller", Output: "Show-Caller"}},
		New:      func() any { return &GetPSCallStack{} },
	},
}
