// Package cmdlets turns Go structs into commands of a runtime.Session.
//
// A cmdlet is one struct; its fields with a `ps` tag are its parameters, its
// methods Begin, Process, End and Clean (each optional) its life:
//
//	// AddPrefix is Add-Prefix.
//	type AddPrefix struct {
//		InputObject value.Value    `ps:"mandatory,pipeline"`
//		Prefix      string         `ps:"position=0,mandatory,notnullorempty,alias=P|Pre"`
//		Count       *int           `ps:"range=1:10,set=Count"`
//		All         cmdlets.Switch `ps:"set=All"`
//	}
//
//	func (c *AddPrefix) Process(ctx *runtime.Context) error {
//		if c.Prefix == "-" {
//			return ctx.WriteError(errs.New("System.ArgumentException", "No dash.", "NoDash", value.InvalidArgument, c.InputObject))
//		}
//		return ctx.Emit(value.Str(c.Prefix + value.ToString(ctx.Env(), c.InputObject)))
//	}
//
// and one row in its package's explicit list:
//
//	var Specs = []cmdlets.Spec{{
//		Name: "Add-Prefix", Module: "Microsoft.PowerShell.Utility", DefaultSet: "All",
//		Synopsis: "Puts text before each input object.",
//		Examples: []cmdlets.Example{{Code: "1, 2 | Add-Prefix n", Output: "n1\nn2"}},
//		New:      func() any { return &AddPrefix{} },
//	}}
//
// # Tags
//
// A tag is a list of words with commas between them. The first word may be
// the parameter's name where it differs from the field's (it starts with a
// capital). Words before the first set= hold in every set of the parameter;
// words behind a set= hold in the sets it names alone; without set= the
// parameter stands in all sets:
//
//	position=N  mandatory  pipeline  byname  remaining  help=text   (how it stands in a set; help= is the last word and may hold commas)
//	set=A|B                     the parameter sets
//	alias=X|Y                   other names
//	type=Name                   the .NET type where the field's does not say it: System.Text.Encoding,
//	                            System.ConsoleColor, psobject[], datetime, ... (accelerators are fine)
//	allownull allowemptystring allowemptycollection   (or allowempty for both of the latter)
//	notnull  notnullorempty  notnullorwhitespace  validateset=a|b|c  range=0:10  (0: and :10 leave a side open;
//	range=positive, nonnegative, ...)  length=1:5  count=1:3  pattern=regex (last word; may hold commas)
//	transform=credential|encoding|...   (names of the list in tag.go)
//	dontshow  dynamic
//
// # Field types
//
//	value.Value      any; Object unless type= says otherwise
//	string, bool, int, int64, float64, cmdlets.Switch    String, Boolean, Int32, Int64, Double, SwitchParameter;
//	                 an int or int64 with type= of an enum gets the enum's number
//	*string, *int, *int64, *bool, *float64   the same; nil when not given
//	[]string, []int, []value.Value    String[], Int32[], Object[]; value.Value elements with type=X[] are converted to X
//	*runtime.ScriptBlock, *value.Dict, *value.Type    ScriptBlock, Hashtable (type=System.Collections.IDictionary for others), Type
//
// Parameters that several cmdlets share stand in a struct that each of them
// embeds.
//
// Use ctx.Bound("Name") to tell a parameter that was given from one that was
// not. Common parameters and -WhatIf/-Confirm are added by the binder.
package cmdlets

import (
	"exolab/runtime"
)

// Switch is the field type of switch parameters.
type Switch bool

// Beginner is a cmdlet that does something before the first input.
type Beginner interface {
	Begin(ctx *runtime.Context) error
}

// Processor is a cmdlet that does something for each input object, or once
// when it does not stand behind another command.
type Processor interface {
	Process(ctx *runtime.Context) error
}

// Ender is a cmdlet that does something after the last input.
type Ender interface {
	End(ctx *runtime.Context) error
}

// Cleaner is a cmdlet that must release something in any case.
type Cleaner interface {
	Clean(ctx *runtime.Context) error
}

// DynamicParameters is a cmdlet with parameters that depend on others: after
// the static ones are bound it returns a pointer to a tagged struct, or nil.
type DynamicParameters interface {
	DynamicParameters(ctx *runtime.Context) (any, error)
}

// Example is one documented use. The tests run Code and compare the console
// output with Output.
type Example struct {
	Code    string
	Output  string
	Remarks string
}

// Spec declares one cmdlet.
type Spec struct {
	Name   string
	Module string
	// Class is the .NET class that FullyQualifiedErrorId names; empty means
	// Microsoft.PowerShell.Commands.VerbNounCommand.
	Class      string
	DefaultSet string
	// SupportsShouldProcess adds -WhatIf and -Confirm.
	SupportsShouldProcess bool
	// ConfirmImpact is 0 (medium, the default), 1 low, 2 medium, 3 high, 4 none.
	ConfirmImpact int
	OutputTypes   []string
	Synopsis      string
	Examples      []Example
	// New returns a pointer to a new cmdlet struct with its defaults set.
	New func() any
}
