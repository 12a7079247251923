// Package help holds Get-Help: the help that comments of scripts and functions
// give, the help of the cmdlets, made of what their registration says, and the
// about_ topics of exolab.
//
// Help is objects of the shape that PowerShell's own help has (a command with
// details, syntax, parameters, examples, ...); views.go shows them.
package help

import (
	"sync"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// shortView is the table in which several topics are listed.
const shortView = "T\tHelpInfoShort\thelp\t\t\tName|Name|33|L;Category|Category|9|L;Module|ModuleName|25|L;Synopsis|Synopsis||\n"

// functions are those that PowerShell puts beside Get-Help.
const functions = `
function help { Get-Help @args }
`

var addViews = sync.OnceFunc(func() {
	format.AddViews(shortView)
	for name, write := range views {
		format.AddCustomView(name, func(p *format.Page, env value.Env, v value.Value) { write(&page{p, env}, v) })
	}
})

// Register adds Get-Help and the function help to a session.
func Register(s *runtime.Session) error {
	addViews()
	cmdlets.Register(s, Specs())
	return s.Execute("", functions, runtime.SinkFunc(func(value.Value) error { return nil }))
}

// Specs lists the cmdlets of this package.
func Specs() []cmdlets.Spec {
	return []cmdlets.Spec{{
		Name: "Get-Help", Module: "Microsoft.PowerShell.Core", DefaultSet: "AllUsersView",
		Synopsis: "Shows help on cmdlets, functions, scripts and topics.",
		Examples: []cmdlets.Example{
			{Code: "(Get-Help Get-Help).Name", Output: "Get-Help"},
			{Code: "(Get-Help Get-Help -Parameter Path).type.name", Output: "String", Remarks: "Help on one parameter."},
		},
		New: func() any { return &GetHelp{} },
	}}
}
