package help

import (
	"errors"
	"strings"

	"exolab/cmdlets"
	"exolab/parser"
	"exolab/runtime"
)

// maxForwards is how many .FORWARDHELPTARGETNAME are followed.
const maxForwards = 8

// commandTopic makes the help on a command, that of its target for an alias.
func commandTopic(ctx *runtime.Context, c *runtime.Command) (topic, error) {
	for range maxForwards {
		if c.Kind == runtime.AliasCommand {
			target, err := ctx.Session().FindCommand(ctx.Scope(), c.Target)
			if err != nil || target == nil {
				return defaultTopic(c), err
			}
			c = target
			continue
		}
		if c.Kind == runtime.CmdletCommand {
			return cmdletTopic(c), nil
		}
		d, err := documentationOf(ctx, c)
		if err != nil {
			return topic{}, err
		}
		if d == nil {
			break
		}
		if d.forward == "" {
			return scriptTopic(c, d), nil
		}
		target, err := ctx.Session().FindCommand(ctx.Scope(), d.forward)
		if err != nil || target == nil || target == c {
			return scriptTopic(c, d), err
		}
		c = target
	}
	return defaultTopic(c), nil
}

// documentationOf reads the comments of a function or script file; nil when
// they are no help.
func documentationOf(ctx *runtime.Context, c *runtime.Command) (*sections, error) {
	block := c.Block
	if block == nil {
		var err error
		if block, err = ctx.Session().LoadScript(c.Path); err != nil {
			return nil, err
		}
		c.Block, c.Metadata = block, func() *runtime.Metadata { return block.Metadata(ctx.Session()) }
	}
	source := block.AST.Source
	tree, err := parser.Parse(source.Name, source.Text)
	var syntax *parser.ParseErrors
	if err != nil && !errors.As(err, &syntax) || tree == nil {
		return nil, nil
	}
	f := &commentFinder{source: tree.Source, comments: tree.Source.Comments}
	if c.Kind == runtime.ScriptFileCommand {
		return f.described(f.ofScript(tree), tree.Params, nil), nil
	}
	if d := definitionOf(tree, block.AST.Span); d != nil {
		return f.described(f.ofFunction(d), d.Body.Params, d.Parameters), nil
	}
	return f.inside(block.AST), nil
}

// definitionOf finds the function with a body at that place.
func definitionOf(tree *parser.ScriptBlock, body parser.Span) *parser.FunctionDefinition {
	var found *parser.FunctionDefinition
	parser.Walk(tree, func(n parser.Node) bool {
		if d, ok := n.(*parser.FunctionDefinition); ok && d.Body != nil && d.Body.Span == body {
			found = d
		}
		return found == nil
	})
	return found
}

// described adds what comments beside parameters say to help that does not
// describe them.
func (f *commentFinder) described(s *sections, block *parser.ParamBlock, list []*parser.Parameter) *sections {
	if s == nil {
		return nil
	}
	if block != nil {
		list = block.Parameters
	}
	for i, description := range f.ofParameters(list) {
		name := strings.ToUpper(list[i].Name.Name)
		if _, told := s.parameters[name]; !told {
			s.parameters[name] = description
		}
	}
	return s
}

// cmdletTopic makes the help on a cmdlet of what its registration says.
func cmdletTopic(c *runtime.Command) topic {
	s := &sections{synopsis: c.Synopsis, description: emulationOf(c), parameters: map[string]string{}}
	if meta := c.Meta(); meta != nil {
		for _, p := range meta.Params {
			if p.Help != "" {
				s.parameters[strings.ToUpper(p.Name)] = p.Help
			}
		}
	}
	b := builder{command: c, name: c.Name, sections: s}
	if spec, ok := c.Info.(*cmdlets.Spec); ok {
		for _, e := range spec.Examples {
			b.examples = append(b.examples, example{prompt: defaultPrompt, code: e.Code, remarks: remarksOf(e)})
		}
	}
	if c.Synopsis == "" && len(b.examples) == 0 {
		return defaultTopic(c)
	}
	t := b.build()
	t.uri = pageOf(c)
	return t
}

// emulationOf says how far exolab goes with a cmdlet.
func emulationOf(c *runtime.Command) string {
	switch {
	case c.NotEmulated:
		return "exolab knows this cmdlet and its parameters, but does not emulate it: a call says so and changes nothing.\n\n" +
			"Get-Help " + c.Name + " -Online gives the address of Microsoft's page on it."
	case strings.HasPrefix(c.Module, "Exchange"):
		return "exolab emulates this cmdlet on the organization in use. Get-Help about_exolab_emulation says how far that goes."
	}
	return ""
}

// remarksOf is what is shown under an example: its output and what is said of it.
func remarksOf(e cmdlets.Example) string {
	return strings.TrimSpace(e.Output + "\n\n" + e.Remarks)
}

// pageOf is the address of Microsoft's page on a cmdlet.
func pageOf(c *runtime.Command) string {
	const pages = "https://learn.microsoft.com/powershell/module/"
	module := strings.ToLower(c.Module)
	switch {
	case module == "":
		return ""
	case strings.HasPrefix(module, "exchange"):
		module = "exchangepowershell"
	}
	return pages + module + "/" + strings.ToLower(c.Name)
}

// scriptTopic makes the help on a function or script of its comments.
func scriptTopic(c *runtime.Command, s *sections) topic {
	b := builder{command: c, name: c.Name, sections: s}
	if c.Path != "" {
		b.name = c.Path
	}
	for _, e := range s.examples {
		b.examples = append(b.examples, splitExample(e))
	}
	t := b.build()
	for _, link := range s.links {
		if isAddress(link) {
			t.uri = link
			break
		}
	}
	if meta := c.Meta(); t.uri == "" && meta != nil {
		t.uri = meta.HelpURI
	}
	return t
}

func isAddress(link string) bool { return strings.Contains(link, "://") }
