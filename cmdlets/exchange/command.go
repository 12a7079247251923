package exchange

import (
	"fmt"
	"slices"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/exchange/catalogue"
	"exolab/cmdlets/exchange/connection"
	"exolab/cmdlets/exchange/rbac"
	"exolab/cmdlets/exchange/suggest"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// commands makes the commands of the catalogue when they are asked for.
type commands struct {
	session *runtime.Session
	// requireConnection hides the cmdlets until the session is connected.
	requireConnection bool
	emulated          map[string]*task.Cmdlet
}

// find returns the command of that folded name, or nil.
func (t *commands) find(folded string) *runtime.Command {
	entry := catalogue.Find(folded)
	if entry == nil {
		return nil
	}
	if t.emulated == nil {
		t.emulated = map[string]*task.Cmdlet{}
		list := emulated()
		for i := range list {
			t.emulated[value.Fold(list[i].Name)] = &list[i]
		}
	}
	known := t.emulated[folded]
	if known == nil {
		known = &task.Cmdlet{Name: entry.Name, Synopsis: "Known by name and parameters only: exolab does not emulate it.", Run: notEmulated}
	}
	command := t.command(entry, known)
	command.NotEmulated = t.emulated[folded] == nil
	command.Absent = t.absence(entry)
	return command
}

func (t *commands) command(entry *catalogue.Entry, c *task.Cmdlet) *runtime.Command {
	metadata := t.metadata(entry)
	class := c.Class
	if class == "" {
		class = "Microsoft.Exchange.Management." + strings.ReplaceAll(entry.Name, "-", "")
	}
	return &runtime.Command{
		Name: entry.Name, Kind: runtime.CmdletCommand, Remote: true, Module: moduleName, Version: moduleVersion, ClassName: class, Synopsis: c.Synopsis,
		Info:     &cmdlets.Spec{Name: entry.Name, Module: moduleName, Synopsis: c.Synopsis, Examples: c.Examples},
		Metadata: metadata,
		Complete: func(s *runtime.Session, parameter, word string) ([]string, bool) {
			return suggest.Values(s, entry.Name, parameter, word)
		},
		New: func() runtime.Executable { return &task.Call{Cmdlet: c, Params: metadata().Params} },
	}
}

// metadata gives the parameters of a command: those that the connection's roles
// give.
func (t *commands) metadata(entry *catalogue.Entry) func() *runtime.Metadata {
	var meta *runtime.Metadata
	var granted *rbac.Grant
	return func() *runtime.Metadata {
		if grant := connection.Of(t.session).Grant(entry); meta == nil || grant != granted {
			meta, granted = catalogue.Metadata(t.session, entry), grant
			if grant != nil {
				meta.Params = slices.DeleteFunc(meta.Params, func(p *runtime.Param) bool { return !isGranted(grant, p) })
			}
		}
		return meta
	}
}

// isGranted reports whether a session with a grant has a parameter: a cmdlet always
// has those that it cannot do without.
func isGranted(grant *rbac.Grant, p *runtime.Param) bool {
	return p.Common || slices.Contains(grant.Parameters, p.Name) || slices.ContainsFunc(p.Sets, func(s runtime.ParamSet) bool { return s.Mandatory })
}

// all lists the commands of the catalogue.
func (t *commands) all() []*runtime.Command {
	var out []*runtime.Command
	for name := range catalogue.Names {
		out = append(out, t.find(value.Fold(name)))
	}
	return out
}

// notEmulated answers for the cmdlets that exolab knows and does not emulate.
func notEmulated(c *task.Call) error {
	return c.Ctx.Throw(errs.New("System.NotSupportedException", fmt.Sprintf("exolab knows the cmdlet %s but does not emulate it.", c.Ctx.Command().Name),
		"NotEmulated", value.NotImplemented, value.Null))
}
