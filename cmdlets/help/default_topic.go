package help

import (
	"strconv"
	"strings"

	"exolab/runtime"
	"exolab/runtime/value"
)

// defaultHelp is the type of help that is made of a command's parameters alone.
const defaultHelp = "ExtendedCmdletHelpInfo"

// none is shown where there is nothing to say.
const none = "None"

// defaultTopic makes the help on a command that nothing documents.
func defaultTopic(c *runtime.Command) topic {
	syntax := "\n" + strings.Join(c.Syntax(), "\n\n") + "\n"
	if c.Kind == runtime.AliasCommand {
		syntax = c.Target
	}
	verb, noun, _ := strings.Cut(c.Name, "-")
	part := func(name string, props ...prop) *value.PSObject {
		return object([]string{defaultHelp + "#" + name}, props...)
	}
	parameters := defaultParameters(c)
	module := c.Module
	full := object([]string{defaultHelp + "#" + module + "#command", defaultHelp + "#" + module, defaultHelp, "CmdletHelpInfo", "HelpInfo"},
		prop{"CommonParameters", value.Bool(c.Meta() != nil && c.Meta().CmdletBinding)},
		child("details", part("details", text("name", c.Name), text("noun", noun), text("verb", verb))),
		child("Syntax", part("syntax", prop{"syntaxItem", value.Strings(c.Syntax()...)})),
		child("parameters", part("parameters", children("parameter", parameters))),
		text("aliases", none+"\n"), text("remarks", none), prop{"alertSet", value.Null}, prop{"description", value.Null}, prop{"examples", value.Null},
		text("Synopsis", syntax), text("ModuleName", module), text("nonTerminatingErrors", ""),
		text("Name", c.Name), text("Category", categoryOf(c)), prop{"Component", value.Null}, prop{"Role", value.Null}, prop{"Functionality", value.Null})
	return topic{name: c.Name, category: categoryOf(c), module: module, synopsis: syntax, full: value.Obj(full), parameters: parameters}
}

func defaultParameters(c *runtime.Command) []*value.PSObject {
	meta := c.Meta()
	if meta == nil {
		return nil
	}
	var out []*value.PSObject
	for _, p := range meta.Params {
		if !isOwn(p) || len(p.Sets) == 0 {
			continue
		}
		place := &p.Sets[0]
		position, aliases, sets := "Named", none, make([]string, len(p.Sets))
		if place.Position >= 0 {
			position = strconv.Itoa(place.Position)
		}
		if len(p.Aliases) > 0 {
			aliases = strings.Join(p.Aliases, ", ")
		}
		for i := range p.Sets {
			if sets[i] = p.Sets[i].Name; sets[i] == runtime.AllSets {
				sets[i] = "(All)"
			}
		}
		o := object([]string{defaultHelp + "#parameter"}, text("name", p.Name), text("required", strconv.FormatBool(place.Mandatory)),
			text("pipelineInput", pipelineText(place)), text("isDynamic", strconv.FormatBool(p.Dynamic)),
			text("parameterSetName", strings.Join(sets, ", ")), text("position", position), text("aliases", aliases), text("globbing", "false"))
		if !p.Switch {
			o.Set("parameterValue", value.Str(p.TypeText()))
		}
		out = append(out, o)
	}
	return out
}
