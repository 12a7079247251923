package utility

import "exolab/cmdlets"

// valueSpecs are the cmdlets that give values.
var valueSpecs = []cmdlets.Spec{
	{
		Name: "Get-Random", Module: module, DefaultSet: "RandomNumberParameterSet",
		OutputTypes: []string{"System.Int32", "System.Int64", "System.Double"},
		Synopsis:    "Gives random numbers, or items of a list by chance.",
		Examples:    []cmdlets.Example{{Code: "(Get-Random -Maximum 1), (1, 2, 3 | Get-Random -Shuffle).Count", Output: "0\n3"}},
		New:         func() any { return &GetRandom{} },
	},
	{
		Name: "Get-SecureRandom", Module: module, DefaultSet: "RandomNumberParameterSet",
		OutputTypes: []string{"System.Int32", "System.Int64", "System.Double"},
		Synopsis:    "Gives random numbers that nobody can guess.",
		Examples:    []cmdlets.Example{{Code: "Get-SecureRandom -Minimum 5 -Maximum 6", Output: "5"}},
		New:         func() any { return &GetSecureRandom{} },
	},
	{
		Name: "New-Guid", Module: module, DefaultSet: "Default",
		OutputTypes: []string{"System.Guid"},
		Synopsis:    "Gives a new GUID.",
		Examples:    []cmdlets.Example{{Code: "(New-Guid).ToString().Length", Output: "36"}},
		New:         func() any { return &NewGuid{} },
	},
	{
		Name: "Get-Culture", Module: module, DefaultSet: "CurrentCulture",
		OutputTypes: []string{"System.Globalization.CultureInfo"},
		Synopsis:    "Gives cultures.",
		Examples:    []cmdlets.Example{{Code: "(Get-Culture).Name", Output: "en-US"}},
		New:         func() any { return &GetCulture{} },
	},
	{
		Name: "Get-UICulture", Module: module,
		OutputTypes: []string{"System.Globalization.CultureInfo"},
		Synopsis:    "Gives the culture of the user interface.",
		Examples:    []cmdlets.Example{{Code: "(Get-UICulture).Name", Output: "en-US"}},
		New:         func() any { return &GetUICulture{} },
	},
	{
		Name: "Get-Host", Module: module,
		OutputTypes: []string{"System.Management.Automation.Host.PSHost"},
		Synopsis:    "Gives the host program.",
		Examples:    []cmdlets.Example{{Code: "$null = Get-Host"}},
		New:         func() any { return &GetHost{} },
	},
	{
		Name: "Get-Uptime", Module: module, DefaultSet: "Timespan",
		OutputTypes: []string{"System.TimeSpan", "System.DateTime"},
		Synopsis:    "Tells for how long exolab has been running.",
		Examples:    []cmdlets.Example{{Code: "(Get-Uptime).GetType().Name", Output: "TimeSpan"}},
		New:         func() any { return &GetUptime{} },
	},
}
