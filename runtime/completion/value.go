package completion

import (
	"slices"
	"sort"
	"strings"

	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/validation"
	"exolab/runtime/value"
)

// known completes a value of which the possible ones are known: those of a
// ValidateSet or an enum, else what completers of the script, of the parameter
// and of the command say.
func (c *completer) known(e *element, p *runtime.Param, word, quote string) ([]Match, bool) {
	for _, a := range p.Attributes {
		switch set := a.(type) {
		case *validation.Set:
			return sortedValues(set.Values, word, quote), true
		case interface{ Choices() []string }:
			return sortedValues(set.Choices(), word, quote), true
		}
	}
	t := p.Type
	if t != nil && t.IsArray() {
		t = t.Elem
	}
	if t != nil && t.Enum != nil {
		return sortedValues(c.inRange(p, t), word, quote), true
	}
	if list, ok := c.completerOf(e, p, word, quote); ok {
		return list, true
	}
	return c.special(e, p, word, quote)
}

// inRange are the names of an enum that the ranges of a parameter admit.
func (c *completer) inRange(p *runtime.Param, t *value.Type) []string {
	names := slices.Clone(t.Enum.Names)
	for _, a := range p.Attributes {
		if r, ok := a.(*validation.Range); ok {
			names = slices.DeleteFunc(names, func(name string) bool {
				v, err := value.Convert(c.session.Env(), value.Str(name), t)
				if err == nil {
					_, err = r.Apply(c.session.Env(), v)
				}
				return err != nil
			})
		}
	}
	return names
}

// sortedValues are the values that fit, the one that is typed out first.
func sortedValues(names []string, word, quote string) []Match {
	var whole, list []string
	fits := pattern(word)
	for _, name := range names {
		switch {
		case name == "":
		case strings.EqualFold(name, word):
			whole = append(whole, name)
		case fits(name):
			list = append(list, name)
		}
	}
	sortFolded(list)
	return texts(append(whole, list...), quote, ParameterValue)
}

// values are the values that begin with a word, in their order.
func values(names []string, word, quote string) []Match {
	return texts(fitting(slices.Clone(names), word), quote, ParameterValue)
}

// texts writes values, quoted as the word is or must be.
func texts(names []string, quote string, kind Kind) []Match {
	matches := make([]Match, len(names))
	for i, name := range names {
		matches[i] = Match{Text: quoteText(name, quote), ListItem: name, Kind: kind, ToolTip: name}
	}
	return matches
}

// quoteText puts a value between quotes: those of the word that is completed,
// or single ones where the value could not stand alone.
func quoteText(text, quote string) string {
	if strings.Contains(text, "`n") {
		return `"` + text + `"`
	}
	if !needsQuotes(text) {
		return quote + text + quote
	}
	if quote == "" {
		quote = "'"
	}
	if quote == "'" {
		text = strings.ReplaceAll(text, "'", "''")
	}
	return quote + text + quote
}

// needsQuotes reports whether a text read as source is something else than one
// plain token.
func needsQuotes(text string) bool {
	var tokens []parser.Token
	for _, t := range parser.Tokens(text) {
		if t.Kind != parser.KindEOF {
			tokens = append(tokens, t)
		}
	}
	if len(tokens) != 1 {
		return true
	}
	switch tokens[0].Kind {
	case parser.KindSemi, parser.KindComma:
		return true
	case parser.KindKeyword:
		return strings.ContainsAny(text, "$`")
	}
	if _, err := parser.Parse("", text); err != nil {
		return true
	}
	switch tokens[0].Kind {
	case parser.KindString, parser.KindExpandable, parser.KindCommand, parser.KindWord:
		return strings.ContainsAny(text, "$`")
	}
	return false
}

// special completes values that single cmdlets know.
func (c *completer) special(e *element, p *runtime.Param, word, quote string) ([]Match, bool) {
	if takesProperty(e.command.Name, p.Name) {
		return c.properties(e, word)
	}
	if e.command.Name == "Where-Object" && p.Name == "Value" {
		return c.propertyValues(e, word, quote)
	}
	if list, ok := staticValues[e.command.Name+" "+p.Name]; ok {
		return texts(fitting(slices.Clone(list), word), quote, Text), true
	}
	if list, ok := suggestedValues[e.command.Name+" "+p.Name]; ok {
		return words(list, quote+word, ParameterValue), true
	}
	if strings.HasPrefix(e.command.Module, "Microsoft.PowerShell.") {
		switch p.Name {
		case "Encoding":
			return values(encodings, word, quote), true
		case "Scope":
			return texts(fitting(slices.Clone(scopeNames), word), quote, Text), true
		}
	}
	return c.commandValue(e, p, word, quote)
}

// propertyValues completes the value that Where-Object compares a property of
// an enum's type with.
func (c *completer) propertyValues(e *element, word, quote string) ([]Match, bool) {
	names := c.boundTexts(e, "Property")
	if len(names) == 0 {
		u := c.usageOf(e)
		names = u.texts
	}
	if e.upstream < 0 || len(names) == 0 {
		return nil, false
	}
	s := c.fieldOf(c.pipelineShape(e.upstream), names[0])
	if s == nil || s.typ == nil || s.typ.Enum == nil {
		return nil, false
	}
	list := slices.Clone(s.typ.Enum.Names)
	sort.Strings(list)
	return values(list, word, quote), true
}

// fieldOf is what a property of a shape holds.
func (c *completer) fieldOf(s *shape, name string) *shape {
	if s == nil {
		return nil
	}
	m := c.membersOf(s)[value.Fold(name)]
	if m == nil {
		return nil
	}
	return c.resultOf(m)
}

// boundTexts are the words that stand as the argument of a parameter.
func (c *completer) boundTexts(e *element, parameter string) []string {
	var out []string
	for i := e.first + 1; i <= e.end; i++ {
		t := c.tokens[i]
		if t.Kind != parser.KindParameter {
			continue
		}
		p := c.parameter(e, strings.TrimSuffix(t.Text[dashLength(t.Text):], ":"))
		if p == nil || p.Name != parameter {
			continue
		}
		for k := i + 1; k <= e.end && k != c.at; k += 2 {
			out = append(out, strings.Trim(c.tokens[k].Text, `'"`))
			if c.kind(k+1) != parser.KindComma {
				break
			}
		}
	}
	return out
}
