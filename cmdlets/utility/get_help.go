package utility

import (
	"fmt"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/help"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GetHelp is Get-Help.
type GetHelp struct {
	Name          string         `ps:"notnullorempty,position=0,byname"`
	Path          string         `ps:""`
	Category      []string       `ps:"validateset=Alias|Cmdlet|Provider|General|FAQ|Glossary|HelpFile|ScriptCommand|Function|Filter|ExternalScript|All|DefaultHelp|DscResource|Class|Configuration"`
	Detailed      cmdlets.Switch `ps:"mandatory,set=DetailedView"`
	Full          cmdlets.Switch `ps:"set=AllUsersView"`
	Examples      cmdlets.Switch `ps:"mandatory,set=Examples"`
	Parameter     []string       `ps:"mandatory,set=Parameters"`
	Component     []string       `ps:""`
	Functionality []string       `ps:""`
	Role          []string       `ps:""`
	Online        cmdlets.Switch `ps:"mandatory,set=Online"`
}

// Process emits the help of a command, or a list where a wildcard matches
// several.
func (c *GetHelp) Process(ctx *runtime.Context) error {
	if c.Online {
		return ctx.Throw(errs.New("System.NotSupportedException", "Get-Help -Online is not emulated: exolab makes no network connection.", "NotEmulated", value.NotImplemented, value.Null))
	}
	name := c.Name
	if name == "" {
		name = "Get-Help"
	}
	if patterns.HasWildcard(name) {
		return c.list(ctx, name)
	}
	command, err := ctx.Session().FindCommand(ctx.Scope(), name)
	if err != nil {
		return err
	}
	if command == nil {
		return ctx.WriteError(helpNotFound(name))
	}
	if command.Kind == runtime.AliasCommand {
		if target, err := ctx.Session().FindCommand(ctx.Scope(), command.Target); err == nil && target != nil {
			command = target
		}
	}
	t := topicOf(ctx, command)
	if len(c.Parameter) > 0 {
		return c.parameters(ctx, t)
	}
	return ctx.Emit(value.Obj(helpObject(t, c.view(), ctx.Host().Width())))
}

func helpNotFound(name string) *errs.Record {
	return errs.New("Microsoft.PowerShell.Commands.HelpNotFoundException", fmt.Sprintf(
		"Get-Help could not find %s in a help file in this session. To download updated help topics type: \"Update-Help\". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.", name),
		"HelpNotFound", value.ResourceUnavailable, value.Null)
}

func (c *GetHelp) view() help.View {
	switch {
	case bool(c.Detailed):
		return help.Detailed
	case bool(c.Full):
		return help.Full
	case bool(c.Examples):
		return help.Examples
	}
	return help.Default
}

// topicOf makes the help of a command from its comments or its Spec.
func topicOf(ctx *runtime.Context, command *runtime.Command) *help.Topic {
	var comment *help.Comment
	name := command.Name
	if command.Kind == runtime.ScriptFileCommand {
		name = command.Path
		if command.Block == nil {
			if b, err := ctx.Session().LoadScript(command.Path); err == nil {
				command.Block = b
			}
		}
	}
	if command.Block != nil {
		comment = help.FromScript(command.Block.AST, command.Kind != runtime.ScriptFileCommand)
	}
	spec, isCmdlet := command.Info.(*cmdlets.Spec)
	if isCmdlet {
		comment = &help.Comment{Synopsis: spec.Synopsis, Description: spec.Synopsis}
	}
	t := help.FromCommand(command, name, comment)
	if isCmdlet {
		for _, e := range spec.Examples {
			t.AddExample(e.Code, e.Remarks)
		}
	}
	if comment == nil {
		t.Synopsis = "\n" + strings.Join(command.Syntax(), "\n\n") + "\n"
		t.Syntax = command.Syntax()
	}
	return t
}

// helpTypes are the type names of a help object by view.
var helpTypes = map[help.View][]string{
	help.Default:  {"MamlCommandHelpInfo", "HelpInfo"},
	help.Detailed: {"MamlCommandHelpInfo#DetailedView", "MamlCommandHelpInfo", "HelpInfo"},
	help.Full:     {"MamlCommandHelpInfo#FullView", "MamlCommandHelpInfo", "HelpInfo"},
	help.Examples: {"MamlCommandHelpInfo#ExamplesView", "MamlCommandHelpInfo", "HelpInfo"},
}

// helpObject is the object that Get-Help gives for a topic; its text is what
// the console shows.
func helpObject(t *help.Topic, view help.View, width int) *value.PSObject {
	out := value.NewObject(16)
	out.TypeNames = helpTypes[view]
	comment := t.Comment
	if comment == nil {
		out.TypeNames = []string{"ExtendedCmdletHelpInfo", "CmdletHelpInfo", "HelpInfo"}
		comment = &help.Comment{}
	}
	details := value.NewObject(3)
	details.Set("name", value.Str(t.Name))
	details.Set("description", helpText(t.Synopsis))
	out.Set("details", value.Obj(details))
	out.Set("description", helpText(strings.TrimSpace(comment.Description)))
	out.Set("Syntax", helpSyntax(t))
	out.Set("parameters", helpParameters(t))
	if len(t.Examples) > 0 {
		out.Set("examples", helpExamples(t))
	}
	out.Set("Name", value.Str(t.Name))
	out.Set("Category", value.Str(t.Category))
	out.Set("Synopsis", value.Str(t.Synopsis))
	out.Set("Component", optionalText(comment.Component))
	out.Set("Role", optionalText(comment.Role))
	out.Set("Functionality", optionalText(comment.Functionality))
	out.Set("ModuleName", value.Str(""))
	text := t.Layout(view, width)
	call := &value.Overload{Returns: "string", Call: func(*value.Call) (value.Value, error) { return value.Str(text), nil }}
	out.SetMember(&value.Member{Name: "ToString", Kind: value.DotNetMethod, Hidden: true, Method: &value.Method{Name: "ToString", Overloads: []*value.Overload{call}}})
	return out
}

func optionalText(s string) value.Value {
	if s = strings.TrimSpace(s); s == "" {
		return value.Null
	}
	return value.Str(s)
}

// helpText is a description: a list of paragraphs.
func helpText(s string) value.Value {
	if s == "" {
		return value.Null
	}
	paragraph := value.NewObject(1)
	paragraph.TypeNames = []string{"MamlParaTextItem", "MamlTextItem"}
	paragraph.Set("Text", value.Str(s))
	return value.List(value.Obj(paragraph))
}

func helpSyntax(t *help.Topic) value.Value {
	items := make([]value.Value, len(t.Syntax))
	for i, line := range t.Syntax {
		item := value.NewObject(2)
		item.Set("name", value.Str(t.Name))
		item.Set("text", value.Str(line))
		items[i] = value.Obj(item)
	}
	out := value.NewObject(1)
	out.Set("syntaxItem", value.List(items...))
	return value.Obj(out)
}

func helpParameters(t *help.Topic) value.Value {
	items := make([]value.Value, len(t.Parameters))
	for i := range t.Parameters {
		items[i] = value.Obj(helpParameter(&t.Parameters[i]))
	}
	out := value.NewObject(1)
	out.Set("parameter", (&runtime.Collector{Items: items}).Value())
	return value.Obj(out)
}

func helpParameter(p *help.Parameter) *value.PSObject {
	out := value.NewObject(10)
	out.TypeNames = []string{"MamlCommandHelpInfo#parameter", "HelpInfo"}
	out.Set("description", helpText(strings.TrimSpace(p.Description)))
	out.Set("defaultValue", value.Str(p.Default))
	out.Set("parameterValue", value.Str(p.Type))
	out.Set("name", value.Str(p.Name))
	kind := value.NewObject(1)
	kind.Set("name", value.Str(p.Type))
	out.Set("type", value.Obj(kind))
	required := "false"
	if p.Required {
		required = "true"
	}
	out.Set("required", value.Str(required))
	out.Set("globbing", value.Str("false"))
	out.Set("pipelineInput", value.Str(p.Pipeline))
	out.Set("position", value.Str(p.Position))
	text := p.Layout()
	call := &value.Overload{Returns: "string", Call: func(*value.Call) (value.Value, error) { return value.Str(text), nil }}
	out.SetMember(&value.Member{Name: "ToString", Kind: value.DotNetMethod, Hidden: true, Method: &value.Method{Name: "ToString", Overloads: []*value.Overload{call}}})
	return out
}

func helpExamples(t *help.Topic) value.Value {
	items := make([]value.Value, len(t.Examples))
	for i, e := range t.Examples {
		item := value.NewObject(4)
		item.Set("title", value.Str(e.Title))
		item.Set("introduction", helpText(e.Prompt))
		item.Set("code", value.Str(e.Code))
		item.Set("remarks", helpText(e.Remarks))
		items[i] = value.Obj(item)
	}
	out := value.NewObject(1)
	out.Set("example", (&runtime.Collector{Items: items}).Value())
	return value.Obj(out)
}

// parameters emits the parameters whose names match.
func (c *GetHelp) parameters(ctx *runtime.Context, t *help.Topic) error {
	found := false
	for i := range t.Parameters {
		if !patterns.MatchAny(c.Parameter, t.Parameters[i].Name) {
			continue
		}
		found = true
		if err := ctx.Emit(value.Obj(helpParameter(&t.Parameters[i]))); err != nil {
			return err
		}
	}
	if found {
		return nil
	}
	return ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException", "No parameter matches criteria "+strings.Join(c.Parameter, ", ")+".",
		"NoParmsFound", value.InvalidArgument, value.Null))
}

// list emits a short line for each command that a wildcard matches; one alone
// is shown in full.
func (c *GetHelp) list(ctx *runtime.Context, pattern string) error {
	var found []*runtime.Command
	for _, command := range ctx.Session().Commands.All() {
		if patterns.Match(pattern, command.Name) {
			found = append(found, command)
		}
	}
	if len(found) == 1 {
		return ctx.Emit(value.Obj(helpObject(topicOf(ctx, found[0]), c.view(), ctx.Host().Width())))
	}
	for _, command := range found {
		out := value.NewObject(4)
		out.TypeNames = []string{"HelpInfoShort"}
		out.Set("Name", value.Str(command.Name))
		out.Set("Category", value.Str("Cmdlet"))
		out.Set("Module", value.Str(command.Module))
		out.Set("Synopsis", value.Str(command.Synopsis))
		if err := ctx.Emit(value.Obj(out)); err != nil {
			return err
		}
	}
	return nil
}
