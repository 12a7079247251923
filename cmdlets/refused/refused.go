// Package refused makes the cmdlets known that exolab does not emulate: they
// have PowerShell's parameters, and answer any call that binds with an error
// that names the rule behind the refusal.
package refused

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// table lists the cmdlets, one a line, fields separated by tabs: rule, name,
// module, default parameter set, flags (s supports -WhatIf, w exists on Windows
// alone), and parameters as cmdlets.Declared reads them. The parameters are
// those of PowerShell 7.6 and, for Windows, of its documentation.
//
//go:embed refused.tsv
var table string

// rules say why the cmdlets of a rule are refused.
var rules = map[string]string{
	"process":       "exolab starts no process",
	"job":           "exolab runs everything in one session; there are no jobs",
	"network":       "exolab makes no network connection",
	"compiler":      "exolab compiles no .NET code",
	"debugger":      "exolab has no debugger",
	"certificate":   "exolab keeps no certificates",
	"clock":         "exolab does not change the clock of the machine",
	"event":         "exolab raises no events",
	"property":      "files and variables have no properties of that kind",
	"configuration": "exolab keeps no such configuration",
	"experiment":    "exolab has no experimental features",
	"service":       "exolab has no services",
	"machine":       "exolab does not manage the machine it runs on",
	"eventlog":      "exolab has no event logs and counters",
	"acl":           "exolab keeps no access control lists",
	"window":        "exolab opens no windows",
	"markdown":      "exolab does not read Markdown",
}

// entry is one cmdlet of the table.
type entry struct {
	rule, name, module, set string
	whatIf, windows         bool
	parameters              string
}

var entries = sync.OnceValue(func() map[string]*entry {
	all := map[string]*entry{}
	for line := range strings.Lines(table) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		e := &entry{rule: rules[f[0]], name: f[1], module: f[2], set: f[3], parameters: f[5],
			whatIf: strings.Contains(f[4], "s"), windows: strings.Contains(f[4], "w")}
		all[value.Fold(e.name)] = e
	}
	return all
})

// Register makes the cmdlets known behind all others. Those that exist on
// Windows alone answer to their name and are not listed.
func Register(s *runtime.Session) {
	s.Commands.AddSource(runtime.CommandSource{
		Find: func(folded string) *runtime.Command {
			if e := entries()[folded]; e != nil {
				return e.command(s)
			}
			return nil
		},
		All: func() []*runtime.Command {
			var all []*runtime.Command
			for _, e := range entries() {
				if !e.windows {
					all = append(all, e.command(s))
				}
			}
			return all
		},
	})
}

func (e *entry) command(s *runtime.Session) *runtime.Command {
	return &runtime.Command{Name: e.name, Kind: runtime.CmdletCommand, Module: e.module,
		ClassName: "Microsoft.PowerShell.Commands." + strings.ReplaceAll(e.name, "-", "") + "Command",
		Synopsis:  "Not emulated: " + e.rule + ".", NotEmulated: true,
		New:      func() runtime.Executable { return refusal{e} },
		Metadata: sync.OnceValue(func() *runtime.Metadata { return e.metadata(s) })}
}

func (e *entry) metadata(s *runtime.Session) *runtime.Metadata {
	meta := &runtime.Metadata{DefaultSet: e.set, CmdletBinding: true, PositionalBinding: true, SupportsShouldProcess: e.whatIf, ConfirmImpact: 2}
	// The table's test reports what cannot be read.
	meta.Params, _ = cmdlets.Declared(s, e.parameters)
	meta.AddCommonParameters()
	return meta
}

// refusal answers any call with the rule that forbids it.
type refusal struct{ *entry }

// Bind accepts any argument.
func (refusal) Bind(int, value.Value) error { return nil }

// Begin refuses.
func (r refusal) Begin(ctx *runtime.Context) error {
	return ctx.Throw(errs.New("System.NotSupportedException", fmt.Sprintf("%s is not emulated: %s.", r.name, r.rule), "NotEmulated", value.NotImplemented, value.Str(r.name)))
}

// Process is never reached.
func (refusal) Process(*runtime.Context) error { return nil }

// End is never reached.
func (refusal) End(*runtime.Context) error { return nil }

// Clean has nothing to clean.
func (refusal) Clean(*runtime.Context) error { return nil }
