package completion

import (
	"slices"
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// calculated are the keys of calculated properties by command.
var calculated = map[string]string{
	"Select-Object": "Name Expression", "Format-Table": "Expression FormatString Label Width Alignment",
	"Format-List": "Expression FormatString Label", "Format-Wide": "Expression FormatString", "Format-Custom": "Expression Depth",
	"Sort-Object": "Expression Ascending Descending", "Group-Object": "Expression",
}

// attributeArguments are the named arguments of attributes, in the order of
// their declaration.
var attributeArguments = map[string]string{
	"parameter":       "Position ParameterSetName Mandatory ValueFromPipeline ValueFromPipelineByPropertyName ValueFromRemainingArguments HelpMessage HelpMessageBaseName HelpMessageResourceId DontShow",
	"validateset":     "ErrorMessage IgnoreCase",
	"validatepattern": "Options ErrorMessage",
	"validatescript":  "ErrorMessage",
	"outputtype":      "ProviderCmdlet ParameterSetName",
	"obsolete":        "DiagnosticId UrlFormat",
	"dscresource":     "RunAsCredential",
	"dscproperty":     "Key Mandatory NotConfigurable",
	"system.diagnostics.codeanalysis.suppressmessage": "Scope Target MessageId Justification",
	"psdefaultvalue": "Value Help",
	"cmdletbinding":  "PositionalBinding DefaultParameterSetName SupportsShouldProcess SupportsPaging SupportsTransactions ConfirmImpact HelpUri RemotingCapability",
}

// attributeArgument completes the name of an argument of the attribute that
// the cursor stands in; those it has already are left out.
func (c *completer) attributeArgument(before int, word string) ([]Match, bool) {
	if k := c.kind(before); k != parser.KindLParen && k != parser.KindComma {
		return nil, false
	}
	open := before
	if c.kind(before) == parser.KindComma {
		open = c.outer(before)
	}
	if c.kind(open) != parser.KindLParen || c.kind(open-1) != parser.KindType || c.kind(open-2) != parser.KindLBracket {
		return nil, false
	}
	list, ok := attributeArguments[value.Fold(strings.TrimSuffix(c.tokens[open-1].Text, "Attribute"))]
	if !ok {
		return nil, false
	}
	used := map[string]bool{}
	for i := open + 1; i < len(c.tokens) && c.kind(i) != parser.KindRParen; i++ {
		if i != c.at && (c.kind(i-1) == parser.KindLParen || c.kind(i-1) == parser.KindComma) {
			used[value.Fold(c.tokens[i].Text)] = true
		}
	}
	return slices.DeleteFunc(words(strings.Fields(list), word, Property), func(m Match) bool { return used[value.Fold(m.ListItem)] }), true
}

// key completes a key of a hashtable or the name of an attribute's argument;
// before is the token behind which it begins.
func (c *completer) key(before int, word string) (from int, matches []Match, ok bool) {
	from = c.cursor
	if matches, ok := c.attributeArgument(before, word); ok {
		return from, matches, true
	}
	k := c.kind(before)
	open := before
	if k == parser.KindSemi || k == parser.KindNewLine {
		open = c.outer(before)
	}
	if c.kind(open) != parser.KindAtCurly {
		return from, nil, false
	}
	matches, ok = c.keysOf(open, word)
	return from, matches, ok
}

func (c *completer) keysOf(open int, word string) ([]Match, bool) {
	if s := c.tableShape(open); s != nil {
		return c.unused(open, onlyProperties(memberMatches(c.membersOf(s), word))), true
	}
	if c.kind(open-1) == parser.KindAssign && c.kind(open-2) == parser.KindVariable {
		return c.splatKeys(strings.Trim(c.tokens[open-2].Text[1:], "{}"), word)
	}
	e := c.enclosing(open - 1)
	if e == nil || e.command == nil {
		return nil, false
	}
	if s := c.parameterShape(e, open); s != nil {
		return c.unused(open, onlyProperties(memberMatches(c.membersOf(s), word))), true
	}
	list, ok := calculated[e.command.Name]
	if c.argumentOf(e, open) == "GroupBy" {
		list, ok = "Expression FormatString Label", strings.HasPrefix(e.command.Name, "Format-")
	}
	return c.unused(open, words(strings.Fields(list), word, Property)), ok
}

// argumentOf is the name of the parameter that takes the argument which begins
// with token i; "" where it has no name.
func (c *completer) argumentOf(e *element, i int) string {
	before := c.listStart(e, i-1)
	if t := c.tokens[before]; t.Kind == parser.KindParameter {
		if p := c.parameter(e, strings.TrimSuffix(t.Text[dashLength(t.Text):], ":")); p != nil {
			return p.Name
		}
	}
	return ""
}

// unused leaves out the keys that the hashtable at token open has already.
func (c *completer) unused(open int, matches []Match) []Match {
	used := map[string]bool{}
	depth := 0
	for i := open + 1; i < len(c.tokens) && depth >= 0; i++ {
		depth -= nesting(c.kind(i))
		if depth == 0 && i != c.at && c.kind(i+1) == parser.KindAssign {
			used[value.Fold(strings.Trim(c.tokens[i].Text, `'"`))] = true
		}
	}
	return slices.DeleteFunc(matches, func(m Match) bool { return used[value.Fold(m.ListItem)] })
}

// tableShape is what the hashtable at token open is converted to: by a cast, by
// the type of the variable or property that it is assigned to, or by the
// property of an outer hashtable.
func (c *completer) tableShape(open int) *shape {
	before := c.listHead(open)
	switch {
	case c.kind(before) == parser.KindRBracket && c.kind(before-1) == parser.KindType:
		return c.creatable(c.typeNamed(c.tokens[before-1].Text))
	case c.kind(before) != parser.KindAssign:
		return nil
	case c.kind(before-1) == parser.KindVariable:
		if t := c.constraint(before - 1); t != nil {
			return c.creatable(ofType(t))
		}
		return nil
	}
	if outer := c.outer(open); c.kind(outer) == parser.KindAtCurly || c.outerTable(outer) >= 0 {
		if c.kind(outer) != parser.KindAtCurly {
			outer = c.outerTable(outer)
		}
		return c.fieldShape(c.tableShape(outer), strings.Trim(c.tokens[before-1].Text, `'"`))
	}
	target := c.inferRange(c.targetStart(before-1), c.tokens[before-1].End)
	return c.creatable(target.item())
}

// listHead goes back from the hashtable at token i over the other elements of
// the list that it is in and the bracket of the list.
func (c *completer) listHead(i int) int {
	before := i - 1
	if open := c.outer(i); c.kind(open) == parser.KindAtParen && c.kind(open-1) == parser.KindAssign {
		return open - 1
	}
	return before
}

// outerTable is the hashtable around the list that the bracket at token i
// opens, -1 if there is none.
func (c *completer) outerTable(i int) int {
	if c.kind(i) != parser.KindAtParen {
		return -1
	}
	if outer := c.outer(i); c.kind(outer) == parser.KindAtCurly {
		return outer
	}
	return -1
}

// fieldShape is what a property of a shape holds, or one element of it.
func (c *completer) fieldShape(s *shape, name string) *shape {
	if s == nil {
		return nil
	}
	m := c.membersOf(s)[value.Fold(name)]
	if m == nil {
		return nil
	}
	return c.creatable(c.resultOf(m).item())
}

// creatable leaves out types that a hashtable cannot be converted to: those
// that have constructors, but none without arguments.
func (c *completer) creatable(s *shape) *shape {
	if s == nil || s.typ == nil {
		return nil
	}
	if s = s.item(); s.typ == value.TypeObject || s.typ == value.TypeHashtable || s.typ == value.TypeString {
		return nil
	}
	if made := s.typ.Members().Constructors; made != nil {
		if !slices.ContainsFunc(made.Overloads, func(o *value.Overload) bool { return len(o.Params) == 0 }) {
			return nil
		}
	}
	return s
}

// parameterShape is the type of the parameter that takes the hashtable at
// token open, for types that can be made of one; for New-Object, the type that
// is made.
func (c *completer) parameterShape(e *element, open int) *shape {
	name := c.argumentOf(e, open)
	if e.command.Name == "New-Object" {
		if name != "Property" {
			return nil
		}
		return c.inferRange(c.tokens[e.first].Start, c.tokens[open].Start)
	}
	if _, special := calculated[e.command.Name]; special || e.meta == nil {
		return nil
	}
	if name == "" {
		u := c.usageOf(e)
		for _, p := range u.next(e.meta) {
			name = p.Name
			break
		}
	}
	p := c.parameter(e, name)
	if name == "" || p == nil || p.Type == nil {
		return nil
	}
	return c.creatable(ofType(p.Type))
}

func onlyProperties(matches []Match) []Match {
	return slices.DeleteFunc(matches, func(m Match) bool { return m.Kind != Property })
}

// splatKeys completes the keys of a hashtable that a command is splatted with
// later in the text.
func (c *completer) splatKeys(name, word string) ([]Match, bool) {
	for i, t := range c.tokens {
		if t.Kind != parser.KindSplat || !strings.EqualFold(t.Text[1:], name) {
			continue
		}
		e := c.enclosing(i)
		if e == nil || e.meta == nil {
			return nil, false
		}
		var matches []Match
		for _, m := range c.parameters(e, word) {
			m.Text = m.ListItem
			matches = append(matches, m)
		}
		return matches, true
	}
	return nil, false
}
