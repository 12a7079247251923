package core

import (
	"slices"

	"exolab/cmdlets"
	"exolab/runtime"
)

const (
	moduleCore    = "Microsoft.PowerShell.Core"
	moduleUtility = "Microsoft.PowerShell.Utility"
)

// Register adds the cmdlets of this package to a session.
func Register(s *runtime.Session) {
	cmdlets.Register(s, Specs())
	cmdlets.RegisterTypes(s, typeGenericMeasure, typeObjectMeasure, typeTextMeasure, typeGroupInfo, typeNoElement, typeMemberDefinition, typeVerbInfo)
}

// Specs lists the cmdlets of this package.
func Specs() []cmdlets.Spec { return slices.Concat(objectSpecs, shapeSpecs, outputSpecs, commandSpecs) }

// objectSpecs are the cmdlets that move and shape objects.
var objectSpecs = []cmdlets.Spec{
	{
		Name: "ForEach-Object", Module: moduleCore, DefaultSet: "ScriptBlockSet", SupportsShouldProcess: true,
		Synopsis: "Runs script blocks, or reads a member, for each input object.",
		Examples: []cmdlets.Example{{Code: "1, 2, 3 | ForEach-Object { $_ * 2 }", Output: "2\n4\n6"}},
		New:      func() any { return &ForEachObject{} },
	},
	{
		Name: "Where-Object", Module: moduleCore, DefaultSet: "EqualSet",
		Synopsis: "Passes on the input objects that meet a condition.",
		Examples: []cmdlets.Example{{Code: "1..5 | Where-Object { $_ -gt 3 }", Output: "4\n5"}},
		New:      func() any { return &WhereObject{} },
	},
	{
		Name: "Select-Object", Module: moduleUtility, DefaultSet: "DefaultParameter",
		Synopsis: "Selects properties of objects, or objects by their place in the input.",
		Examples: []cmdlets.Example{{Code: "'a', 'b', 'c' | Select-Object -Last 1", Output: "c"}},
		New:      func() any { return &SelectObject{} },
	},
	{
		Name: "Sort-Object", Module: moduleUtility, DefaultSet: "Default",
		Synopsis: "Puts objects in order.",
		Examples: []cmdlets.Example{{Code: "3, 1, 2 | Sort-Object -Descending", Output: "3\n2\n1"}},
		New:      func() any { return &SortObject{} },
	},
	{
		Name: "Group-Object", Module: moduleUtility,
		OutputTypes: []string{"System.Collections.Hashtable", "Microsoft.PowerShell.Commands.GroupInfo"},
		Synopsis:    "Groups objects with equal properties.",
		Examples:    []cmdlets.Example{{Code: "('a', 'b', 'a' | Group-Object).Count", Output: "2"}},
		New:         func() any { return &GroupObject{} },
	},
	{
		Name: "Measure-Object", Module: moduleUtility, DefaultSet: "GenericMeasure",
		OutputTypes: []string{"Microsoft.PowerShell.Commands.GenericMeasureInfo", "Microsoft.PowerShell.Commands.TextMeasureInfo",
			"Microsoft.PowerShell.Commands.GenericObjectMeasureInfo"},
		Synopsis: "Counts objects and computes sums, averages and extremes.",
		Examples: []cmdlets.Example{{Code: "(1..4 | Measure-Object -Sum).Sum", Output: "10"}},
		New:      func() any { return &MeasureObject{} },
	},
	{
		Name: "Set-StrictMode", Module: moduleCore, DefaultSet: "Version",
		Synopsis: "Turns strict mode on or off in the present scope.",
		Examples: []cmdlets.Example{{Code: "Set-StrictMode -Version 1; try { $unset } catch { $_.FullyQualifiedErrorId }", Output: "VariableIsUndefined"}},
		New:      func() any { return &SetStrictMode{} },
	},
	{
		Name: "Invoke-Expression", Module: moduleUtility,
		Synopsis: "Runs text as a command.",
		Examples: []cmdlets.Example{{Code: "Invoke-Expression '1 + 2'", Output: "3"}},
		New:      func() any { return &InvokeExpression{} },
	},
	{
		Name: "Invoke-Command", Module: moduleCore, DefaultSet: "InProcess",
		Synopsis: "Runs a script block.",
		Examples: []cmdlets.Example{{Code: "Invoke-Command { $args[0] * 2 } -ArgumentList 4", Output: "8"}},
		New:      func() any { return &InvokeCommand{} },
	},
	{
		Name: "Out-Null", Module: moduleCore,
		Synopsis: "Throws its input away.",
		Examples: []cmdlets.Example{{Code: "1, 2 | Out-Null; 3", Output: "3"}},
		New:      func() any { return &OutNull{} },
	},
}
