package utility

import "exolab/cmdlets"

// securitySpecs are the cmdlets of Microsoft.PowerShell.Security.
var securitySpecs = []cmdlets.Spec{
	{
		Name: "ConvertTo-SecureString", Module: moduleSecurity, DefaultSet: "Secure",
		OutputTypes: []string{"System.Security.SecureString"},
		Synopsis:    "Makes a secure string of text.",
		Examples:    []cmdlets.Example{{Code: "(ConvertTo-SecureString secret -AsPlainText -Force).Length", Output: "6"}},
		New:         func() any { return &ConvertToSecureString{} },
	},
	{
		Name: "ConvertFrom-SecureString", Module: moduleSecurity, DefaultSet: "Secure",
		OutputTypes: []string{"System.String"},
		Synopsis:    "Gives the text of a secure string.",
		Examples:    []cmdlets.Example{{Code: "ConvertTo-SecureString secret -AsPlainText | ConvertFrom-SecureString -AsPlainText", Output: "secret"}},
		New:         func() any { return &ConvertFromSecureString{} },
	},
	{
		Name: "Get-ExecutionPolicy", Module: moduleSecurity,
		OutputTypes: []string{"Microsoft.PowerShell.ExecutionPolicy"},
		Synopsis:    "Tells which scripts may run.",
		Examples:    []cmdlets.Example{{Code: "Get-ExecutionPolicy", Output: "Unrestricted"}},
		New:         func() any { return &GetExecutionPolicy{} },
	},
	{
		Name: "Set-ExecutionPolicy", Module: moduleSecurity, SupportsShouldProcess: true,
		Synopsis: "Would say which scripts may run; they all may.",
		Examples: []cmdlets.Example{{Code: "try { Set-ExecutionPolicy RemoteSigned } catch { 'no' }", Output: "no"}},
		New:      func() any { return &SetExecutionPolicy{} },
	},
}
