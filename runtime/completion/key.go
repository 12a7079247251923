package completion

import (
	"slices"
	"sort"
	"strings"

	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/value"
)

// calculated are the keys of calculated properties by command.
var calculated = map[string]string{
	"Select-Object": "Name Expression", "Format-Table": "Expression FormatString Label Width Alignment",
	"Format-List": "Expression FormatString Label", "Format-Wide": "Expression FormatString", "Format-Custom": "Expression Depth",
	"Sort-Object": "Expression Ascending Descending", "Group-Object": "Expression", "Measure-Object": "Expression", "Compare-Object": "Expression",
}

// attributeArguments are the named arguments of the attributes of parameters.
var attributeArguments = map[string]string{
	"parameter":     "Position ParameterSetName Mandatory ValueFromPipeline ValueFromPipelineByPropertyName ValueFromRemainingArguments HelpMessage HelpMessageBaseName HelpMessageResourceId DontShow",
	"validateset":   "ErrorMessage IgnoreCase",
	"cmdletbinding": "ConfirmImpact DefaultParameterSetName HelpUri PositionalBinding RemotingCapability SupportsPaging SupportsShouldProcess SupportsTransactions",
}

// key completes a key of a hashtable or the name of an attribute's argument;
// before is the token behind which it begins.
func (c *completer) key(before int, word string) (from int, matches []Match, ok bool) {
	from = c.cursor
	k := c.kind(before)
	if k == parser.KindLParen && before >= 2 && c.kind(before-1) == parser.KindType {
		list := attributeArguments[value.Fold(c.tokens[before-1].Text)]
		return from, words(strings.Fields(list), word, Property), list != ""
	}
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
	if c.kind(open-1) == parser.KindRBracket && c.kind(open-2) == parser.KindType {
		if t, ok := c.session.LookupType(c.tokens[open-2].Text); ok {
			return onlyProperties(memberMatches(c.membersOf(ofType(t)), word)), true
		}
	}
	if c.kind(open-1) == parser.KindAssign && c.kind(open-2) == parser.KindVariable {
		return c.splatKeys(strings.Trim(c.tokens[open-2].Text[1:], "{}"), word)
	}
	e := c.enclosing(open - 1)
	if e == nil || e.command == nil {
		return nil, false
	}
	list, ok := calculated[e.command.Name]
	return words(strings.Fields(list), word, Property), ok
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

// assigned completes the value that is assigned to or compared with something
// of an enum's type.
func (c *completer) assigned(before int, word string) ([]Match, bool) {
	switch {
	case c.kind(before) == parser.KindAssign && c.kind(before-1) == parser.KindVariable:
		name := value.Fold(strings.Trim(c.tokens[before-1].Text[1:], "{}"))
		if c.kind(before-2) == parser.KindRBracket && c.kind(before-3) == parser.KindType {
			if t, ok := c.session.LookupType(c.tokens[before-3].Text); ok && t.Enum != nil {
				return enumTexts(t, word), true
			}
		}
		if strings.HasSuffix(name, "actionpreference") || name == "debugpreference" || name == "verbosepreference" || name == "warningpreference" ||
			name == "informationpreference" || name == "progresspreference" {
			return enumTexts(runtime.TypeActionPreference, word), true
		}
	case c.kind(before) == parser.KindOperator && before > 0 && dashLength(c.tokens[before].Text) > 0:
		s := c.inferText(c.text[c.targetStart(before-1):c.tokens[before-1].End])
		if s != nil && s.typ != nil && s.typ.Enum != nil {
			var matches []Match
			for _, name := range s.typ.Enum.Names {
				if strings.HasPrefix(value.Fold(name), value.Fold(word)) {
					matches = append(matches, Match{Text: "'" + name + "'", ListItem: name, Kind: ParameterValue, ToolTip: name})
				}
			}
			return matches, true
		}
	}
	return nil, false
}

// enumTexts are the names of an enum as quoted strings.
func enumTexts(t *value.Type, word string) []Match {
	names := slices.Clone(t.Enum.Names)
	sort.Strings(names)
	var matches []Match
	for _, name := range names {
		if quoted := "'" + name + "'"; strings.HasPrefix(value.Fold(name), value.Fold(word)) {
			matches = append(matches, Match{Text: quoted, ListItem: quoted, Kind: Text, ToolTip: name})
		}
	}
	return matches
}

// comment completes #Requires and the parameters of comment-based help.
func (c *completer) comment(t token) (from, to int, matches []Match) {
	line := c.text[t.Start:c.cursor]
	line = line[strings.LastIndexByte(line, '\n')+1:]
	folded := value.Fold(line)
	if rest, ok := strings.CutPrefix(folded, "#requires -"); ok {
		return c.cursor - len(rest), c.cursor, words(strings.Fields("Modules PSEdition RunAsAdministrator Version"), rest, ParameterName)
	}
	if rest, ok := strings.CutPrefix(strings.TrimLeft(folded, " \t"), ".parameter "); ok {
		return c.cursor - len(rest), c.cursor, words(c.declared(), rest, Text)
	}
	return t.Start, t.End, nil
}

// declared lists the variables of the next param block.
func (c *completer) declared() []string {
	var names []string
	for i, t := range c.tokens {
		if t.Kind == parser.KindKeyword && strings.EqualFold(t.Text, "param") && t.Start > c.cursor {
			depth := 0
			for _, t := range c.tokens[i+1:] {
				depth -= nesting(t.Kind)
				if depth == 0 {
					return names
				}
				if depth == 1 && t.Kind == parser.KindVariable {
					names = append(names, t.Text[1:])
				}
			}
		}
	}
	return names
}
