package utility

import "exolab/cmdlets"

// helpSpecs are the cmdlets about help.
var helpSpecs = []cmdlets.Spec{
	{
		Name: "Get-Help", Module: moduleCore, DefaultSet: "AllUsersView",
		Synopsis: "Shows help about commands.",
		Examples: []cmdlets.Example{{Code: "(Get-Help Get-Date).Name", Output: "Get-Date"}},
		New:      func() any { return &GetHelp{} },
	},
}
