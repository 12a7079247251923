package completion

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// isMemberOperator reports whether token i is a dot that asks for a member.
func (c *completer) isMemberOperator(i int) bool {
	k := c.kind(i)
	if k == parser.KindColonColon || k == parser.KindQuestionDot {
		return true
	}
	return k == parser.KindDot && i > 0 && c.tokens[i-1].End == c.tokens[i].Start
}

// members completes the member behind the operator at token i.
func (c *completer) members(i int, prefix string) []Match {
	if !c.isMemberOperator(i) {
		return nil
	}
	from, to := c.targetStart(i-1), c.tokens[i].Start
	if c.kind(i) == parser.KindColonColon {
		return c.staticCompletions(strings.Trim(c.text[from:to], "[] "), prefix)
	}
	if v, ok := c.evaluate(from, to); ok {
		if matches := c.membersOfValue(v, prefix); len(matches) > 0 {
			return quotedNames(matches)
		}
	}
	return quotedNames(memberMatches(c.membersOf(c.inferRange(from, to)), prefix))
}

// quotedNames puts the names of properties that are no plain words between
// quotes.
func quotedNames(matches []Match) []Match {
	for i, m := range matches {
		if m.Kind == Property && strings.ContainsAny(m.Text, " \t-&@'\"#{}()$,;|<>./\\`^") {
			matches[i].Text = "'" + strings.ReplaceAll(m.Text, "'", "''") + "'"
		}
	}
	return matches
}

// memberBehind completes a member behind the operator at token i where no name
// begins before the cursor. A name that begins at it is replaced.
func (c *completer) memberBehind(i int) (from, to int, matches []Match) {
	to = c.cursor
	if k := i + 1; k < len(c.tokens) && c.kind(k) == parser.KindMember && c.tokens[k].Start == c.cursor {
		to = c.tokens[k].End
		return c.cursor, to, c.members(i, c.tokens[k].Text)
	}
	return c.cursor, to, c.members(i, "")
}

// wildcardMember completes `.*Of`: the operator is at token i and pattern
// tokens follow.
func (c *completer) wildcardMember(t token) (from, to int, matches []Match, ok bool) {
	i := c.at - 1
	for i > 0 && c.tokens[i].End == c.tokens[i+1].Start && !c.isMemberOperator(i) {
		i--
	}
	if i <= 0 || !c.isMemberOperator(i) || c.tokens[i].End == c.tokens[c.at].Start {
		return 0, 0, nil, false
	}
	from = c.tokens[i].End
	return from, t.End, c.members(i, c.text[from:t.End]), true
}

// targetStart is where the expression that ends with token i begins.
func (c *completer) targetStart(i int) int {
	start := c.tokens[i].Start
	for i >= 0 {
		t := c.tokens[i]
		if nesting(t.Kind) > 0 {
			for depth := 0; i >= 0; i-- {
				if depth += nesting(c.kind(i)); depth == 0 {
					break
				}
			}
			if i < 0 {
				return start
			}
		}
		start = c.tokens[i].Start
		previous := i - 1
		if previous < 0 || c.tokens[previous].End != start {
			return start
		}
		switch k := c.kind(previous); {
		case c.isMemberOperator(previous):
			i = previous - 1
		case nesting(c.kind(i)) < 0 && (k == parser.KindMember || k == parser.KindVariable || nesting(k) > 0), nesting(k) > 0:
			i = previous
		default:
			return start
		}
	}
	return start
}

func staticMembers(t *value.Type) []*value.Member { return dotnet.StaticMembers(t) }

// staticCompletions completes the static members of a type.
func (c *completer) staticCompletions(name, prefix string) []Match {
	if d := c.definition(name); d != nil {
		return c.definedStatic(d, prefix)
	}
	t, ok := c.lookupType(name)
	if !ok {
		return nil
	}
	members := map[string]*value.Member{}
	for _, m := range append(extraStaticMembers(t), staticMembers(t)...) {
		members[value.Fold(m.Name)] = m
	}
	if t.Enum != nil {
		for _, name := range t.Enum.Names {
			members[value.Fold(name)] = &value.Member{Name: name}
		}
	}
	if t.IsArray() || t.Members().Constructors != nil && strings.Contains(t.FullName, ".") {
		members["new"] = &value.Member{Name: "new", Kind: value.DotNetMethod}
	}
	return memberMatches(members, prefix)
}

// propertyParameters are the parameters that take names of properties.
var propertyParameters = map[string]string{
	"Select-Object": "Property ExpandProperty ExcludeProperty", "Sort-Object": "Property", "Group-Object": "Property", "Measure-Object": "Property",
	"Where-Object": "Property", "ForEach-Object": "MemberName", "Format-Table": "Property GroupBy", "Format-List": "Property GroupBy",
	"Format-Wide": "Property GroupBy", "Format-Custom": "Property GroupBy", "Compare-Object": "Property",
}

func takesProperty(command, parameter string) bool {
	for _, name := range strings.Fields(propertyParameters[command]) {
		if name == parameter {
			return true
		}
	}
	return false
}

// objectProperties are those of PSObject, which custom objects show.
var objectProperties = strings.Fields("BaseObject ImmediateBaseObject Members Methods Properties TypeNames")

// properties completes the name of a property of what the pipeline brings.
func (c *completer) properties(e *element, word string) ([]Match, bool) {
	if e.upstream < 0 {
		return nil, true
	}
	s := c.pipelineShape(e.upstream)
	members := c.membersOf(s)
	if s != nil && s.custom {
		for _, name := range objectProperties {
			members[value.Fold(name)] = &value.Member{Name: name}
		}
	}
	used := map[string]bool{}
	for i := e.first + 1; i <= e.end; i++ {
		if i != c.at {
			used[value.Fold(strings.Trim(c.tokens[i].Text, `'"`))] = true
		}
	}
	for folded, m := range members {
		if isMethod(m) && e.command.Name != "ForEach-Object" || used[folded] {
			delete(members, folded)
		}
	}
	matches := memberMatches(members, word)
	for i, m := range matches {
		matches[i].Text = m.ListItem
	}
	return matches, true
}
