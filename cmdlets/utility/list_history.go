package utility

import "exolab/cmdlets"

// historySpecs are the cmdlets about what was entered, and about mail.
var historySpecs = []cmdlets.Spec{
	{
		Name: "Get-History", Module: moduleCore,
		OutputTypes: []string{"Microsoft.PowerShell.Commands.HistoryInfo"},
		Synopsis:    "Gives the commands that were entered.",
		Examples:    []cmdlets.Example{{Code: "@(Get-History).Count", Output: "0"}},
		New:         func() any { return &GetHistory{} },
	},
	{
		Name: "Add-History", Module: moduleCore,
		OutputTypes: []string{"Microsoft.PowerShell.Commands.HistoryInfo"},
		Synopsis:    "Remembers commands.",
		Examples:    []cmdlets.Example{{Code: "[pscustomobject]@{ CommandLine = '1 + 1'; ExecutionStatus = 'Completed'; StartExecutionTime = Get-Date; EndExecutionTime = Get-Date } | Add-History; (Get-History).CommandLine", Output: "1 + 1"}},
		New:         func() any { return &AddHistory{} },
	},
	{
		Name: "Clear-History", Module: moduleCore, DefaultSet: "IDParameter", SupportsShouldProcess: true,
		Synopsis: "Forgets commands.",
		Examples: []cmdlets.Example{{Code: "[pscustomobject]@{ CommandLine = '1 + 1'; ExecutionStatus = 'Completed'; StartExecutionTime = Get-Date; EndExecutionTime = Get-Date } | Add-History; Clear-History; @(Get-History).Count", Output: "0"}},
		New:      func() any { return &ClearHistory{} },
	},
	{
		Name: "Invoke-History", Module: moduleCore, SupportsShouldProcess: true,
		Synopsis: "Runs a command again.",
		Examples: []cmdlets.Example{{Code: "[pscustomobject]@{ CommandLine = '1 + 1'; ExecutionStatus = 'Completed'; StartExecutionTime = Get-Date; EndExecutionTime = Get-Date } | Add-History; Invoke-History", Output: "1 + 1\n2"}},
		New:      func() any { return &InvokeHistory{} },
	},
	{
		Name: "Test-Json", Module: module, DefaultSet: "JsonString",
		OutputTypes: []string{"System.Boolean"},
		Synopsis:    "Tells if a text is JSON.",
		Examples:    []cmdlets.Example{{Code: "Test-Json '{\"a\": 1}'", Output: "True"}},
		New:         func() any { return &TestJson{} },
	},
	{
		Name: "Send-MailMessage", Module: module, Class: "Microsoft.PowerShell.Commands.SendMailMessage",
		Synopsis: "Writes a message into the outbox, a folder of the data directory.",
		Examples: []cmdlets.Example{{Code: "Send-MailMessage -From a@contoso.com -To b@contoso.com -Subject Hi -Body Hello -SmtpServer mail.contoso.com"}},
		New:      func() any { return &SendMailMessage{} },
	},
}
