// Package utility holds the cmdlets of Microsoft.PowerShell.Utility that read,
// convert and write data, and those that write to the streams.
package utility

import (
	"slices"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/clixml"
)

const (
	module         = "Microsoft.PowerShell.Utility"
	moduleCore     = "Microsoft.PowerShell.Core"
	moduleSecurity = "Microsoft.PowerShell.Security"
	moduleHost     = "Microsoft.PowerShell.Host"
)

// Register adds the cmdlets of this package to a session.
func Register(s *runtime.Session) {
	cmdlets.Register(s, Specs())
	cmdlets.RegisterTypes(s, typeMatchInfo, typeMatchContext, typeByteRow, typeFileHash, typeSelectXML, typeJSONObject, clixml.TypeSerializer)
}

// Specs lists the cmdlets of this package.
func Specs() []cmdlets.Spec {
	return slices.Concat(streamSpecs, dataSpecs, sessionSpecs, fileSpecs, valueSpecs, xmlSpecs, securitySpecs, historySpecs, transcriptSpecs)
}

// streamSpecs are the cmdlets that write to the streams and the console.
var streamSpecs = []cmdlets.Spec{
	{
		Name: "Write-Output", Module: module, Synopsis: "Writes objects to the success stream.",
		Examples: []cmdlets.Example{{Code: "Write-Output a, b", Output: "a\nb"}},
		New:      func() any { return &WriteOutput{} },
	},
	{
		Name: "Write-Host", Module: module, Synopsis: "Writes text to the console.",
		Examples: []cmdlets.Example{{Code: "Write-Host 1, 2 -Separator '-'", Output: "1-2"}},
		New:      func() any { return &WriteHost{} },
	},
	{
		Name: "Write-Error", Module: module, DefaultSet: "NoException", Synopsis: "Writes an error to the error stream.",
		Examples: []cmdlets.Example{{Code: "Write-Error 'no such mailbox' 2>$null"}},
		New:      func() any { return &WriteError{} },
	},
	{
		Name: "Write-Warning", Module: module, Synopsis: "Writes a warning.",
		Examples: []cmdlets.Example{{Code: "Write-Warning careful", Output: "WARNING: careful"}},
		New:      func() any { return &WriteWarning{} },
	},
	{
		Name: "Write-Verbose", Module: module, Synopsis: "Writes a message that -Verbose shows.",
		Examples: []cmdlets.Example{{Code: "Write-Verbose details -Verbose", Output: "VERBOSE: details"}},
		New:      func() any { return &WriteVerbose{} },
	},
	{
		Name: "Write-Debug", Module: module, Synopsis: "Writes a message that -Debug shows.",
		Examples: []cmdlets.Example{{Code: "Write-Debug details -Debug", Output: "DEBUG: details"}},
		New:      func() any { return &WriteDebug{} },
	},
	{
		Name: "Write-Information", Module: module, Synopsis: "Writes a message to the information stream.",
		Examples: []cmdlets.Example{{Code: "Write-Information note -InformationAction Continue", Output: "note"}},
		New:      func() any { return &WriteInformation{} },
	},
	{
		Name: "Write-Progress", Module: module, Synopsis: "Shows progress on a terminal.",
		Examples: []cmdlets.Example{{Code: "Write-Progress -Activity Reading -PercentComplete 50"}},
		New:      NewWriteProgress,
	},
	{
		Name: "Get-Credential", Module: "Microsoft.PowerShell.Security", DefaultSet: "CredentialSet", OutputTypes: []string{"System.Management.Automation.PSCredential"},
		Synopsis: "Asks for a user name and a password.",
		Examples: []cmdlets.Example{{Code: "$credential = if ($false) { Get-Credential -UserName lee -Message 'Sign in' }"}},
		New:      func() any { return &GetCredential{} },
	},
	{
		Name: "Read-Host", Module: module, DefaultSet: "AsString", OutputTypes: []string{"System.String", "System.Security.SecureString"},
		Synopsis: "Reads a line that somebody types.",
		Examples: []cmdlets.Example{{Code: "$name = if ($false) { Read-Host 'Mailbox' }"}},
		New:      func() any { return &ReadHost{} },
	},
}

// dataSpecs are the cmdlets that convert data.
var dataSpecs = []cmdlets.Spec{
	{
		Name: "ConvertTo-Csv", Module: module, DefaultSet: "Delimiter", OutputTypes: []string{"System.String"}, Synopsis: "Turns objects into CSV lines.",
		Examples: []cmdlets.Example{{Code: "[pscustomobject]@{ A = 1 } | ConvertTo-Csv", Output: "\"A\"\n\"1\""}},
		New:      func() any { return &ConvertToCsv{} },
	},
	{
		Name: "ConvertFrom-Csv", Module: module, DefaultSet: "Delimiter", Synopsis: "Turns CSV lines into objects.",
		Examples: []cmdlets.Example{{Code: "('A', '1' | ConvertFrom-Csv).A", Output: "1"}},
		New:      func() any { return &ConvertFromCsv{} },
	},
	{
		Name: "Export-Csv", Module: module, DefaultSet: "Delimiter", SupportsShouldProcess: true, Synopsis: "Writes objects to a CSV file.",
		Examples: []cmdlets.Example{{Code: "[pscustomobject]@{ A = 1 } | Export-Csv a.csv; Get-Content a.csv", Output: "\"A\"\n\"1\""}},
		New:      func() any { return &ExportCsv{} },
	},
	{
		Name: "Import-Csv", Module: module, DefaultSet: "DelimiterPath", Synopsis: "Reads objects from a CSV file.",
		Examples: []cmdlets.Example{{Code: "'A', '1' | Set-Content a.csv; (Import-Csv a.csv).A", Output: "1"}},
		New:      func() any { return &ImportCsv{} },
	},
	{
		Name: "ConvertTo-Json", Module: module, OutputTypes: []string{"System.String"}, Synopsis: "Turns objects into JSON text.",
		Examples: []cmdlets.Example{{Code: "@{ A = 1 } | ConvertTo-Json -Compress", Output: `{"A":1}`}},
		New:      NewConvertToJson,
	},
	{
		Name: "ConvertFrom-Json", Module: module, Synopsis: "Turns JSON text into objects.",
		Examples: []cmdlets.Example{{Code: `('{"A":1}' | ConvertFrom-Json).A`, Output: "1"}},
		New:      NewConvertFromJson,
	},
	{
		Name: "ConvertTo-Html", Module: module, DefaultSet: "Page", OutputTypes: []string{"System.String"}, Synopsis: "Turns objects into an HTML table or list.",
		Examples: []cmdlets.Example{{Code: "([pscustomobject]@{ A = 1 } | ConvertTo-Html -Fragment)[2]", Output: "<tr><th>A</th></tr>"}},
		New:      NewConvertToHtml,
	},
	{
		Name: "Join-String", Module: module, Class: "Microsoft.PowerShell.Commands.Utility.JoinStringCommand", DefaultSet: "default", OutputTypes: []string{"System.String"}, Synopsis: "Joins the texts of objects.",
		Examples: []cmdlets.Example{{Code: "'a', 'b' | Join-String -Separator ','", Output: "a,b"}},
		New:      func() any { return &JoinString{} },
	},
	{
		Name: "ConvertFrom-StringData", Module: module, DefaultSet: "", OutputTypes: []string{"System.Collections.Hashtable"},
		Synopsis: "Turns lines of name=value into a hashtable.",
		Examples: []cmdlets.Example{{Code: "(ConvertFrom-StringData 'a=1').a", Output: "1"}},
		New:      func() any { return &ConvertFromStringData{} },
	},
	{
		Name: "Get-Date", Module: module, DefaultSet: "DateAndFormat", OutputTypes: []string{"System.String", "System.DateTime"},
		Synopsis: "Gives the present or another date, or its text.",
		Examples: []cmdlets.Example{{Code: "Get-Date '2024-03-05' -Format yyyyMMdd", Output: "20240305"}},
		New:      NewGetDate,
	},
	{
		Name: "New-TimeSpan", Module: module, DefaultSet: "Date", OutputTypes: []string{"System.TimeSpan"}, Synopsis: "Makes a time span.",
		Examples: []cmdlets.Example{{Code: "(New-TimeSpan -Hours 36).TotalDays", Output: "1.5"}},
		New:      func() any { return &NewTimeSpan{} },
	},
}

// sessionSpecs are the cmdlets about the session itself.
var sessionSpecs = []cmdlets.Spec{
	{
		Name: "Get-Variable", Module: module, OutputTypes: []string{"System.Management.Automation.PSVariable"}, Synopsis: "Gives variables.",
		Examples: []cmdlets.Example{{Code: "$a = 5; Get-Variable a -ValueOnly", Output: "5"}},
		New:      func() any { return &GetVariable{} },
	},
	{
		Name: "Set-Variable", Module: module, SupportsShouldProcess: true, ConfirmImpact: 1, Synopsis: "Sets variables.",
		OutputTypes: []string{"System.Management.Automation.PSVariable"},
		Examples:    []cmdlets.Example{{Code: "Set-Variable a 5; $a", Output: "5"}},
		New:         func() any { return &SetVariable{} },
	},
	{
		Name: "New-Variable", Module: module, SupportsShouldProcess: true, ConfirmImpact: 1, Synopsis: "Makes a variable.",
		OutputTypes: []string{"System.Management.Automation.PSVariable"},
		Examples:    []cmdlets.Example{{Code: "New-Variable a 5; $a", Output: "5"}},
		New:         func() any { return &NewVariable{} },
	},
	{
		Name: "Remove-Variable", Module: module, SupportsShouldProcess: true, ConfirmImpact: 1, Synopsis: "Removes variables.",
		Examples: []cmdlets.Example{{Code: "$a = 5; Remove-Variable a; \"[$a]\"", Output: "[]"}},
		New:      func() any { return &RemoveVariable{} },
	},
	{
		Name: "Clear-Variable", Module: module, SupportsShouldProcess: true, ConfirmImpact: 1, Synopsis: "Sets variables to nothing.",
		OutputTypes: []string{"System.Management.Automation.PSVariable"},
		Examples:    []cmdlets.Example{{Code: "$a = 5; Clear-Variable a; $null -eq $a", Output: "True"}},
		New:         func() any { return &ClearVariable{} },
	},
	{
		Name: "Start-Sleep", Module: module, DefaultSet: "Seconds", Synopsis: "Waits.",
		Examples: []cmdlets.Example{{Code: "Start-Sleep -Milliseconds 1"}},
		New:      func() any { return &StartSleep{} },
	},
	{
		Name: "Measure-Command", Module: module, OutputTypes: []string{"System.TimeSpan"}, Synopsis: "Measures how long a script block takes.",
		Examples: []cmdlets.Example{{Code: "(Measure-Command { 1 }).GetType().Name", Output: "TimeSpan"}},
		New:      func() any { return &MeasureCommand{} },
	},
}
