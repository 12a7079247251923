package completion

import (
	"slices"
	"strings"

	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/value"
)

// inferCommand is what a command yields that gets input from a pipeline.
func (c *completer) inferCommand(e *parser.Command, input *shape) *shape {
	if len(e.Elements) == 0 {
		return nil
	}
	more, hidden := c.merged(e)
	if hidden {
		return nil
	}
	return union(more, c.outputOfCommand(e, input))
}

func (c *completer) outputOfCommand(e *parser.Command, input *shape) *shape {
	switch name := e.Elements[0].(type) {
	case *parser.ScriptBlockExpression:
		return c.inferScript(name.Block)
	case *parser.StringConstant:
		cmd, meta := c.lookup(name.Value)
		switch {
		case cmd == nil:
			return nil
		case cmd.Block != nil:
			return c.outputOfFunction(cmd, meta)
		}
		if s := c.outputOfCmdlet(cmd.Name, bindArguments(e, meta), input); s != nil {
			return s
		}
		return c.outputOf(meta)
	}
	return nil
}

// outputOfFunction is what a function says that it puts out, or what its body
// does put out where it says nothing of use.
func (c *completer) outputOfFunction(cmd *runtime.Command, meta *runtime.Metadata) *shape {
	if meta != nil && len(meta.OutputTypes) > 0 && (len(meta.OutputTypes) > 1 || !isGeneral(meta.OutputTypes[0])) {
		return c.outputOf(meta)
	}
	return c.inferBody(cmd.Block.AST)
}

// isGeneral reports whether the name of a type says nothing.
func isGeneral(name string) bool {
	switch value.Fold(name) {
	case "psobject", "object", "system.object", "system.management.automation.psobject":
		return true
	}
	return false
}

// outputOfCmdlet is the output of those cmdlets for which it depends on their
// arguments and input.
func (c *completer) outputOfCmdlet(name string, b boundArguments, input *shape) *shape {
	switch value.Fold(name) {
	case "where-object", "sort-object":
		return input.item()
	case "get-random":
		return c.inferRandom(b, input)
	case "new-object":
		return c.inferNew(b)
	case "foreach-object":
		return c.inferEach(b, input)
	case "select-object":
		return c.inferSelected(b, input)
	case "group-object":
		return c.inferGroups(b, input)
	}
	return nil
}

// boundArguments are the arguments of a command in a tree, by the names of
// parameters; a switch has nil.
type boundArguments map[string]parser.Expression

// bindArguments finds out which arguments belong to which parameters.
func bindArguments(e *parser.Command, meta *runtime.Metadata) boundArguments {
	bound := boundArguments{}
	if meta == nil {
		return bound
	}
	var rest []parser.Expression
	for i := 1; i < len(e.Elements); i++ {
		switch element := e.Elements[i].(type) {
		case *parser.CommandParameter:
			p := parameterNamed(meta, element.Name)
			if p == nil {
				continue
			}
			bound[p.Name] = element.Argument
			if next, ok := argumentAfter(e, i); ok && !p.Switch && element.Argument == nil {
				bound[p.Name] = next
				i++
			}
		case parser.Expression:
			rest = append(rest, element)
		}
	}
	for _, argument := range rest {
		if p := nextPosition(meta, bound, argument); p != nil {
			bound[p.Name] = argument
		}
	}
	return bound
}

func argumentAfter(e *parser.Command, i int) (parser.Expression, bool) {
	if i+1 >= len(e.Elements) {
		return nil, false
	}
	next, ok := e.Elements[i+1].(parser.Expression)
	return next, ok
}

func parameterNamed(meta *runtime.Metadata, name string) *runtime.Param {
	var found *runtime.Param
	for _, p := range meta.Params {
		switch {
		case strings.EqualFold(p.Name, name), slices.ContainsFunc(p.Aliases, func(alias string) bool { return strings.EqualFold(alias, name) }):
			return p
		case len(name) < len(p.Name) && strings.EqualFold(p.Name[:len(name)], name) && found == nil:
			found = p
		}
	}
	return found
}

// nextPosition is the parameter that takes the next argument by position:
// a block if it is one, else anything but a block.
func nextPosition(meta *runtime.Metadata, bound boundArguments, argument parser.Expression) *runtime.Param {
	_, isBlock := argument.(*parser.ScriptBlockExpression)
	var best *runtime.Param
	at := 0
	for _, p := range meta.Params {
		if _, taken := bound[p.Name]; taken {
			continue
		}
		for _, set := range p.Sets {
			takesBlock := p.Type == value.TypeScriptBlock || p.Type.IsArray() && p.Type.Elem == value.TypeScriptBlock
			if set.Position >= 0 && (best == nil || set.Position < at) && (isBlock || !takesBlock) && (takesBlock || !isBlock || p.Type.IsArray()) {
				best, at = p, set.Position
			}
		}
	}
	return best
}

func (c *completer) inferRandom(b boundArguments, input *shape) *shape {
	if list, given := b["InputObject"]; given && list != nil {
		return c.infer(list).item()
	}
	return input.item()
}

func (c *completer) inferNew(b boundArguments) *shape {
	if name, ok := constantText(b["TypeName"]); ok {
		return c.typeNamed(name)
	}
	return nil
}

// inferEach is what the blocks of ForEach-Object yield, or the member that it
// reads.
func (c *completer) inferEach(b boundArguments, input *shape) *shape {
	if name, ok := constantText(b["MemberName"]); ok {
		return c.memberOf(input.item(), name)
	}
	var out []*shape
	for _, parameter := range []string{"Begin", "Process", "End"} {
		if block, ok := b[parameter].(*parser.ScriptBlockExpression); ok {
			out = append(out, c.inferScript(block.Block))
		}
	}
	return union(out...)
}

// inferSelected is the custom object that Select-Object makes, or the input
// where all of it is passed on.
func (c *completer) inferSelected(b boundArguments, input *shape) *shape {
	item := input.item()
	if names, given := b["Property"]; given {
		return c.withProperties(item, constantTexts(names), true)
	}
	if names, given := b["ExcludeProperty"]; given {
		return c.withProperties(item, constantTexts(names), false)
	}
	if name, given := b["ExpandProperty"]; given {
		text, _ := constantText(name)
		return c.memberOf(item, text)
	}
	return item
}

// withProperties is a custom object with the properties of an object that have
// one of the names, or with all others.
func (c *completer) withProperties(s *shape, names []string, wanted bool) *shape {
	out := &shape{custom: true, typ: value.TypeObject}
	fits := make([]func(string) bool, len(names))
	for i, name := range names {
		fits[i] = whole(name)
	}
	for _, m := range c.membersOf(s) {
		if isMethod(m) || m.Kind == value.ParameterizedProperty || m.Kind == value.PropertySet || m.Kind == value.MemberSet {
			continue
		}
		if slices.ContainsFunc(fits, func(fit func(string) bool) bool { return fit(m.Name) }) == wanted {
			out.fields = append(out.fields, field{name: m.Name, value: c.memberOf(s, m.Name)})
		}
	}
	return out
}

// inferGroups are the groups of Group-Object.
func (c *completer) inferGroups(b boundArguments, input *shape) *shape {
	if _, given := b["AsHashTable"]; given {
		return ofType(value.TypeHashtable)
	}
	item := input.item()
	group := c.typeNamed(commands + "GroupInfo")
	if item == nil || group == nil {
		return group
	}
	group.fields = append([]field{{name: "Group", value: listOf(item)}, {name: "Values", value: listOf(item)}}, group.fields...)
	return group
}

func listOf(item *shape) *shape { return &shape{typ: value.TypeObjectArray, element: item} }
