// Package typedata holds the cmdlets that change and show what PowerShell knows
// about types beyond .NET: extra members, default properties, views.
package typedata

import (
	"exolab/cmdlets"
	"exolab/runtime"
)

const module = "Microsoft.PowerShell.Utility"

// Register adds the cmdlets of this package to a session.
func Register(s *runtime.Session) { cmdlets.Register(s, Specs()) }

// Specs lists the cmdlets of this package.
func Specs() []cmdlets.Spec { return specs }

var specs = []cmdlets.Spec{
	{
		Name: "Update-TypeData", Module: module, DefaultSet: "FileSet", SupportsShouldProcess: true,
		Synopsis: "Gives members and default properties to the objects of a type.",
		Examples: []cmdlets.Example{{Code: "Update-TypeData -TypeName System.Int32 -MemberType ScriptProperty -MemberName Half -Value { $this / 2 }\n(4).Half", Output: "2"}},
		New:      func() any { return &UpdateTypeData{} },
	},
	{
		Name: "Remove-TypeData", Module: module, DefaultSet: "RemoveTypeDataSet", SupportsShouldProcess: true,
		Synopsis: "Takes away what Update-TypeData gave to a type.",
		Examples: []cmdlets.Example{{Code: "Update-TypeData -TypeName Lab.Mailbox -DefaultDisplayPropertySet Name\nRemove-TypeData -TypeName Lab.Mailbox"}},
		New:      func() any { return &RemoveTypeData{} },
	},
	{
		Name: "Update-FormatData", Module: module, DefaultSet: "FileSet", SupportsShouldProcess: true,
		Synopsis: "Reads the views of objects again.",
		Examples: []cmdlets.Example{{Code: "Update-FormatData"}},
		New:      func() any { return &UpdateFormatData{} },
	},
	{
		Name: "Get-TypeData", Module: module, OutputTypes: []string{"System.Management.Automation.PSObject"},
		Synopsis: "Shows the members that types have beyond those of .NET.",
		Examples: []cmdlets.Example{{Code: "(Get-TypeData System.DateTime).Members.Keys", Output: "DateTime"}},
		New:      func() any { return &GetTypeData{} },
	},
}
