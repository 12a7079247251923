package exchange

import (
	"fmt"
	"strings"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// cmdlet is one emulated cmdlet: its parameters stand in the catalogue, what
// it does in run, which is called for each pipeline object.
type cmdlet struct {
	name     string
	synopsis string
	examples []cmdlets.Example
	class    string // namespace and class of the real one, for error ids
	run      func(c *call) error
}

// commands makes the commands of the catalogue when they are asked for.
type commands struct {
	session  *runtime.Session
	emulated map[string]*cmdlet
}

// find returns the command of that folded name, or nil.
func (t *commands) find(folded string) *runtime.Command {
	entry := findEntry(folded)
	if entry == nil {
		return nil
	}
	if t.emulated == nil {
		t.emulated = map[string]*cmdlet{}
		for _, list := range families {
			for i := range list {
				t.emulated[value.Fold(list[i].name)] = &list[i]
			}
		}
	}
	known := t.emulated[folded]
	if known == nil {
		known = &cmdlet{name: entry.name, synopsis: "Known by name and parameters only: exolab does not emulate it.", run: notEmulated}
	}
	command := t.command(entry, known)
	command.NotEmulated = t.emulated[folded] == nil
	return command
}

func (t *commands) command(entry *catalogueEntry, c *cmdlet) *runtime.Command {
	var meta *runtime.Metadata
	metadata := func() *runtime.Metadata {
		if meta == nil {
			meta = metadataOf(t.session, entry)
		}
		return meta
	}
	class := c.class
	if class == "" {
		class = "Microsoft.Exchange.Management." + strings.ReplaceAll(entry.name, "-", "")
	}
	return &runtime.Command{
		Name: entry.name, Kind: runtime.CmdletCommand, Module: moduleName, Version: moduleVersion, ClassName: class, Synopsis: c.synopsis,
		Info:     &cmdlets.Spec{Name: entry.name, Module: moduleName, Synopsis: c.synopsis, Examples: c.examples},
		Metadata: metadata,
		New:      func() runtime.Executable { return &call{cmdlet: c, params: metadata().Params} },
	}
}

// all lists the commands of the catalogue.
func (t *commands) all() []*runtime.Command {
	var out []*runtime.Command
	for name := range catalogueNames {
		out = append(out, t.find(value.Fold(name)))
	}
	return out
}

// notEmulated answers for the cmdlets that exolab knows and does not emulate.
func notEmulated(c *call) error {
	return c.ctx.Throw(errs.New("System.NotSupportedException", fmt.Sprintf("exolab knows the cmdlet %s but does not emulate it.", c.ctx.Command().Name),
		"NotEmulated", value.NotImplemented, value.Null))
}
