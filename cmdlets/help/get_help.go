package help

import (
	"slices"
	"strings"

	"exolab/cmdlets"
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
	Detailed      cmdlets.Switch `ps:"set=DetailedView,mandatory"`
	Full          cmdlets.Switch `ps:"set=AllUsersView"`
	Examples      cmdlets.Switch `ps:"set=Examples,mandatory"`
	Parameter     []string       `ps:"set=Parameters,mandatory"`
	Component     []string       `ps:""`
	Functionality []string       `ps:""`
	Role          []string       `ps:""`
	Online        cmdlets.Switch `ps:"set=Online,mandatory"`
}

// overviewTopic is shown when no name is given.
const overviewTopic = "about_exolab"

// Process emits the help on what Name says: one topic whole, several as a list.
func (c *GetHelp) Process(ctx *runtime.Context) error {
	if c.Name == "" {
		c.Name = overviewTopic
	}
	found, err := c.find(ctx)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		if patterns.HasWildcard(c.Name) {
			return nil
		}
		return ctx.WriteError(notFound(c.Name))
	}
	if len(found) > 1 {
		for _, t := range found {
			if err := ctx.Emit(t.short()); err != nil {
				return err
			}
		}
		return nil
	}
	return c.show(ctx, found[0])
}

func notFound(name string) *errs.Record {
	return errs.New("Microsoft.PowerShell.Commands.HelpNotFoundException",
		"Get-Help could not find "+name+" in a help file in this session. To download updated help topics type: \"Update-Help\". "+
			"To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.",
		"HelpNotFound", value.ResourceUnavailable, value.Null)
}

// find lists the topics of the name: what is called so, what a wildcard
// matches, or else everything with the word in its name.
func (c *GetHelp) find(ctx *runtime.Context) ([]topic, error) {
	if !patterns.HasWildcard(c.Name) {
		command, err := ctx.Session().FindCommand(ctx.Scope(), c.Name)
		if err != nil {
			return nil, err
		}
		if command != nil && c.wanted(categoryOf(command)) {
			t, err := commandTopic(ctx, command)
			return []topic{t}, err
		}
		if t, ok := aboutTopic(c.Name); ok && c.wanted(t.category) {
			return []topic{t}, nil
		}
		if strings.Contains(c.Name, "-") {
			return nil, nil
		}
		return c.matching(ctx, "*"+c.Name+"*")
	}
	return c.matching(ctx, c.Name)
}

// matching lists the topics whose names match a pattern, commands first.
func (c *GetHelp) matching(ctx *runtime.Context, pattern string) ([]topic, error) {
	var out []topic
	for _, command := range everyCommand(ctx) {
		if !patterns.Match(pattern, command.Name) || !c.wanted(categoryOf(command)) {
			continue
		}
		t, err := commandTopic(ctx, command)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	for _, name := range aboutNames() {
		if t, ok := aboutTopic(name); ok && patterns.Match(pattern, name) && c.wanted(t.category) {
			out = append(out, t)
		}
	}
	return out, nil
}

// everyCommand lists the functions that are visible and all cmdlets, by name.
func everyCommand(ctx *runtime.Context) []*runtime.Command {
	seen := map[string]bool{}
	var out []*runtime.Command
	for scope := ctx.Scope(); scope != nil; scope = scope.Parent() {
		for _, f := range scope.Functions() {
			if folded := value.Fold(f.Name); !seen[folded] {
				seen[folded] = true
				out = append(out, f)
			}
		}
	}
	out = append(out, ctx.Session().Commands.All()...)
	slices.SortStableFunc(out, func(a, b *runtime.Command) int { return strings.Compare(value.Fold(a.Name), value.Fold(b.Name)) })
	return out
}

func (c *GetHelp) wanted(category string) bool {
	return len(c.Category) == 0 || patterns.MatchAny(c.Category, category) || patterns.MatchAny(c.Category, "All")
}

// show emits one topic in the view that was asked for.
func (c *GetHelp) show(ctx *runtime.Context, t topic) error {
	switch {
	case bool(c.Online):
		return online(ctx, t)
	case len(c.Parameter) > 0:
		return c.parameters(ctx, t)
	case bool(c.Full):
		return ctx.Emit(t.inView("FullView"))
	case bool(c.Detailed):
		return ctx.Emit(t.inView("DetailedView"))
	case bool(c.Examples):
		return ctx.Emit(t.inView("ExamplesView"))
	}
	return ctx.Emit(t.full)
}

// parameters emits the help on the parameters that -Parameter names.
func (c *GetHelp) parameters(ctx *runtime.Context, t topic) error {
	found := false
	for _, p := range t.parameters {
		name, _ := p.Get("name")
		if patterns.MatchAny(c.Parameter, name.Text()) {
			found = true
			if err := ctx.Emit(value.Obj(p)); err != nil {
				return err
			}
		}
	}
	if found {
		return nil
	}
	return ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException",
		"No parameter matches criteria "+strings.Join(c.Parameter, ", ")+".", "NoParmsFound", value.InvalidArgument, t.full))
}

// online emits the address of the topic's page; nothing is opened.
func online(ctx *runtime.Context, t topic) error {
	if t.uri == "" {
		return ctx.Throw(errs.New("System.Management.Automation.PSInvalidOperationException",
			"The online version of this Help topic cannot be displayed because the Internet address (URI) of the Help topic is not specified in the command code or in the help file for the command.",
			"InvalidOperation", value.InvalidOperation, value.Null))
	}
	return ctx.Emit(value.Str(t.uri))
}
