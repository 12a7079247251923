package core

import (
	"slices"
	"sort"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/modulespec"
	"exolab/runtime/value"
)

// GetCommand is Get-Command.
type GetCommand struct {
	Name                     []string       `ps:"notnullorempty,set=AllCommandSet,position=0,pipeline,byname"`
	Verb                     []string       `ps:"set=CmdletSet,byname"`
	Noun                     []string       `ps:"set=CmdletSet,byname"`
	Module                   []string       `ps:"alias=PSSnapin,byname"`
	ExcludeModule            []string       `ps:""`
	FullyQualifiedModule     []value.Value  `ps:"type=Microsoft.PowerShell.Commands.ModuleSpecification[],byname"`
	CommandType              int            `ps:"type=System.Management.Automation.CommandTypes,alias=Type,set=AllCommandSet,byname"`
	TotalCount               int            `ps:"byname"`
	Syntax                   cmdlets.Switch `ps:"byname"`
	ShowCommandInfo          cmdlets.Switch `ps:""`
	ArgumentList             []value.Value  `ps:"alias=Args,position=1,remaining,allownull,allowemptycollection"`
	All                      cmdlets.Switch `ps:"byname"`
	ListImported             cmdlets.Switch `ps:"byname"`
	ParameterName            []string       `ps:"notnullorempty"`
	ParameterType            []value.Value  `ps:"notnullorempty"`
	UseFuzzyMatching         cmdlets.Switch `ps:"set=AllCommandSet"`
	FuzzyMinimumDistance     int            `ps:"type=uint,set=AllCommandSet"`
	UseAbbreviationExpansion cmdlets.Switch `ps:"set=AllCommandSet,byname"`
	emitted                  int
}

// Process emits the commands that the parameters name.
func (c *GetCommand) Process(ctx *runtime.Context) error {
	if len(c.Name) == 0 {
		return c.list(ctx, c.matching(ctx, "*"))
	}
	for _, name := range c.Name {
		if find := c.several(name); find != nil {
			if err := c.list(ctx, find(ctx, name)); err != nil {
				return err
			}
			continue
		}
		found, err := c.exactly(ctx, name)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			if err := ctx.WriteError(commandNotFound(name)); err != nil {
				return err
			}
			continue
		}
		if err := c.list(ctx, found); err != nil {
			return err
		}
	}
	return nil
}

// several is how the commands are found where a name may mean more than one.
func (c *GetCommand) several(name string) func(*runtime.Context, string) []*runtime.Command {
	switch {
	case bool(c.UseFuzzyMatching):
		return c.similar
	case bool(c.UseAbbreviationExpansion):
		return c.expanded
	case patterns.HasWildcard(name):
		return c.matching
	}
	return nil
}

// exactly finds the command that a name means, or with -All every one.
func (c *GetCommand) exactly(ctx *runtime.Context, name string) ([]*runtime.Command, error) {
	if bool(c.All) || c.CommandType != 0 || len(c.Module)+len(c.ExcludeModule)+len(c.FullyQualifiedModule) > 0 {
		return c.matching(ctx, name), nil
	}
	found, err := ctx.Session().FindCommand(ctx.Scope(), name)
	if err != nil || found == nil {
		return nil, err
	}
	return []*runtime.Command{resolved(ctx, found)}, nil
}

// matching lists the commands with names like the pattern, sorted by name.
func (c *GetCommand) matching(ctx *runtime.Context, pattern string) []*runtime.Command {
	var out []*runtime.Command
	all := slices.Concat(visibleAliases(ctx.Scope()), visible(ctx.Scope(), (*runtime.Scope).Functions), ctx.Session().Commands.All())
	for _, command := range all {
		if patterns.Match(pattern, command.Name) && c.wanted(command) {
			out = append(out, resolved(ctx, command))
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return value.Fold(out[i].Name) < value.Fold(out[j].Name) })
	return out
}

// wanted applies the filters beside the name.
func (c *GetCommand) wanted(command *runtime.Command) bool {
	kind := int(command.CommandType().Int64())
	switch {
	case c.CommandType != 0 && kind&c.CommandType == 0:
		return false
	case len(c.Module) > 0 && (command.Module == "" || !patterns.MatchAny(c.Module, command.Module)):
		return false
	case len(c.FullyQualifiedModule) > 0 && !c.inModule(command):
		return false
	case len(c.ExcludeModule) > 0 && patterns.MatchAny(c.ExcludeModule, command.Module):
		return false
	case len(c.Verb)+len(c.Noun) == 0:
		return true
	}
	verb, noun, ok := strings.Cut(command.Name, "-")
	return ok && command.Kind != runtime.AliasCommand && matchesAny(c.Verb, verb) && matchesAny(c.Noun, noun)
}

// inModule reports whether a command is of one of the modules that
// -FullyQualifiedModule means.
func (c *GetCommand) inModule(command *runtime.Command) bool {
	for _, v := range c.FullyQualifiedModule {
		spec, ok := value.As[*modulespec.Spec](v)
		if ok && value.Fold(spec.Name) == value.Fold(command.Module) && (command.Version == "" || spec.Accepts(command.Version, "")) {
			return true
		}
	}
	return false
}

func (c *GetCommand) list(ctx *runtime.Context, found []*runtime.Command) error {
	for _, command := range found {
		if !c.hasParameter(ctx, command) {
			continue
		}
		if c.TotalCount > 0 && c.emitted >= c.TotalCount {
			return nil
		}
		c.emitted++
		v := value.Obj(command)
		if c.Syntax {
			v = value.Str(syntaxText(ctx, command))
		}
		if err := ctx.Emit(v); err != nil {
			return err
		}
	}
	return nil
}

// syntaxText is what -Syntax shows: a blank line around the lines of syntax. An
// alias shows what it stands for, under its own name.
func syntaxText(ctx *runtime.Context, command *runtime.Command) string {
	if command.Kind != runtime.AliasCommand {
		return syntaxLines(command)
	}
	target := aliasedCommand(ctx, command)
	if target == nil {
		return command.Target
	}
	name := target.Name
	if target.Path != "" {
		name = target.Path + "\n"
	}
	return command.Name + " (alias) -> " + name + "\n" + strings.ReplaceAll(syntaxLines(target), target.Name, command.Name)
}

func syntaxLines(command *runtime.Command) string {
	return "\n" + strings.Join(command.Syntax(), "\n\n") + "\n"
}

// aliasedCommand is the command at the end of a chain of aliases, or nil.
func aliasedCommand(ctx *runtime.Context, command *runtime.Command) *runtime.Command {
	for range 10 {
		found, err := ctx.Session().FindCommand(ctx.Scope(), command.Target)
		if err != nil || found == nil {
			return nil
		}
		if command = found; command.Kind != runtime.AliasCommand {
			return command
		}
	}
	return nil
}

// hasParameter reports whether a command has a parameter of the names and types
// asked for.
func (c *GetCommand) hasParameter(ctx *runtime.Context, command *runtime.Command) bool {
	if len(c.ParameterName) == 0 && len(c.ParameterType) == 0 {
		return true
	}
	if command.Metadata == nil {
		return false
	}
	return slices.ContainsFunc(command.Metadata().Params, func(p *runtime.Param) bool {
		return (len(c.ParameterName) == 0 || patterns.MatchAny(c.ParameterName, p.Name)) &&
			(len(c.ParameterType) == 0 || slices.ContainsFunc(c.ParameterType, func(wanted value.Value) bool { return takesType(ctx, p.Type, wanted) }))
	})
}

// takesType reports whether a parameter takes values of a type: one that takes
// any object is found by [object] alone. A name that no type has is looked for in
// the names of the parameters' types.
func takesType(ctx *runtime.Context, parameter *value.Type, wanted value.Value) bool {
	t, ok := value.As[*value.Type](wanted)
	if !ok {
		t, ok = ctx.Session().LookupType(wanted.Text())
	}
	anything := parameter == value.TypeObject || parameter.Elem == value.TypeObject
	switch {
	case !ok:
		return patterns.Match("*"+wanted.Text(), strings.TrimSuffix(parameter.FullName, "[]"))
	case t == value.TypeObject || anything:
		return t == value.TypeObject && anything
	}
	return parameter.IsAssignableFrom(t) || parameter.Elem != nil && parameter.Elem.IsAssignableFrom(t)
}

func commandNotFound(name string) *errs.Record {
	return errs.New("System.Management.Automation.CommandNotFoundException",
		"The term '"+name+"' is not recognized as a name of a cmdlet, function, script file, or executable program.\n"+
			"Check the spelling of the name, or if a path was included, verify that the path is correct and try again.",
		"CommandNotFoundException", value.ObjectNotFound, value.Str(name))
}
