// Package modules holds the cmdlets about modules: those that load and list them,
// and those that write and check their manifests.
package modules

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/value"
)

const moduleCore = "Microsoft.PowerShell.Core"

// Register adds the cmdlets to a session.
func Register(s *runtime.Session) { cmdlets.Register(s, Specs()) }

// Specs lists the cmdlets of this package.
func Specs() []cmdlets.Spec { return cmdletSpecs }

var cmdletSpecs = []cmdlets.Spec{
	{
		Name: "Import-Module", Module: moduleCore, DefaultSet: "Name",
		OutputTypes: []string{"System.Management.Automation.PSModuleInfo"},
		Synopsis:    "Loads a module and makes what it exports known.",
		Examples:    []cmdlets.Example{{Code: "Set-Content m.psm1 'function Get-M { 1 }'; Import-Module ./m.psm1; Get-M", Output: "1"}},
		New:         func() any { return &ImportModule{} },
	},
	{
		Name: "Export-ModuleMember", Module: moduleCore,
		Synopsis: "Says what the running module exports.",
		Examples: []cmdlets.Example{{Code: "$null = New-Module { function A1 { 'a' }; function B1 { A1 }; Export-ModuleMember B1 }; B1", Output: "a"}},
		New:      func() any { return &ExportModuleMember{} },
	},
	{
		Name: "Get-Module", Module: moduleCore, DefaultSet: "Loaded",
		OutputTypes: []string{"System.Management.Automation.PSModuleInfo"},
		Synopsis:    "Lists the loaded modules.",
		Examples:    []cmdlets.Example{{Code: "$null = New-Module -Name demo { }; (Get-Module demo).Name", Output: "demo"}},
		New:         func() any { return &GetModule{} },
	},
	{
		Name: "Remove-Module", Module: moduleCore, SupportsShouldProcess: true,
		Synopsis: "Unloads modules.",
		Examples: []cmdlets.Example{{Code: "$null = New-Module -Name demo { }; Remove-Module demo; @(Get-Module demo).Count", Output: "0"}},
		New:      func() any { return &RemoveModule{} },
	},
	{
		Name: "New-Module", Module: moduleCore, DefaultSet: "ScriptBlock",
		OutputTypes: []string{"System.Management.Automation.PSModuleInfo"},
		Synopsis:    "Makes a module of a script block.",
		Examples:    []cmdlets.Example{{Code: "$null = New-Module { function Get-Five { 5 } }; Get-Five", Output: "5"}},
		New:         func() any { return &NewModule{} },
	},
	{
		Name: "New-ModuleManifest", Module: moduleCore, SupportsShouldProcess: true, OutputTypes: []string{"System.String"},
		Synopsis: "Writes a module manifest.",
		Examples: []cmdlets.Example{{Code: "New-ModuleManifest m.psd1 -ModuleVersion 1.2; (Import-PowerShellDataFile m.psd1).ModuleVersion", Output: "1.2"}},
		New:      func() any { return &NewModuleManifest{} },
	},
	{
		Name: "Test-ModuleManifest", Module: moduleCore, OutputTypes: []string{"System.Management.Automation.PSModuleInfo"},
		Synopsis: "Checks a module manifest and describes its module.",
		Examples: []cmdlets.Example{{Code: "New-ModuleManifest m.psd1 -ModuleVersion 1.2; (Test-ModuleManifest m.psd1).Version.Minor", Output: "2"}},
		New:      func() any { return &TestModuleManifest{} },
	},
}

// objectsOf are the objects of one Go type that a parameter got: its binder let
// no others in.
func objectsOf[T value.Object](list []value.Value) []T {
	var out []T
	for _, v := range list {
		if o, ok := value.As[T](v); ok {
			out = append(out, o)
		}
	}
	return out
}
