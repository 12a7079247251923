package completion

import (
	"slices"
	"sort"
	"strings"

	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/value"
)

// afterSpace completes what begins at the cursor.
func (c *completer) afterSpace() (from, to int, matches []Match) {
	if c.at >= 0 {
		c.before = c.at
	}
	if c.before < 0 {
		if len(c.tokens) > 0 && c.tokens[0].Start == c.cursor {
			return c.cursor, c.tokens[0].End, nil
		}
		return -1, -1, nil
	}
	last := c.tokens[c.before]
	if from, matches, ok := c.key(c.before, ""); ok {
		return from, c.cursor, matches
	}
	if matches, ok := c.assigned(c.before, ""); ok {
		return c.cursor, c.cursor, matches
	}
	e := c.enclosing(c.before)
	if e == nil || last.Kind == parser.KindLCurly || last.Kind == parser.KindLParen {
		return -1, -1, nil
	}
	return c.cursor, c.cursor, c.plainArgument(e, c.before, "", "")
}

// bareWord completes an unquoted word that is an argument or a key.
func (c *completer) bareWord(t token) (from, to int, matches []Match) {
	if t.Text == "$" {
		return t.Start, t.End, c.variables(t.Text)
	}
	if from, to, matches, ok := c.wildcardMember(t); ok {
		return from, to, matches
	}
	if _, matches, ok := c.key(c.before, t.Text); ok {
		return t.Start, t.End, matches
	}
	if c.kind(c.before) == parser.KindKeyword && strings.EqualFold(c.tokens[c.before].Text, "using") {
		return t.Start, t.End, words(strings.Fields("assembly module namespace type"), t.Text, Keyword)
	}
	if c.kind(c.before) == parser.KindRedirect {
		return t.Start, t.End, c.paths(t.Text, pathOptions{})
	}
	e := c.enclosing(c.before)
	if e == nil {
		return t.Start, t.End, c.commandName(t.Text)
	}
	if i := strings.LastIndexByte(t.Text, ','); i >= 0 {
		return t.Start + i + 1, t.End, c.plainArgument(e, c.before, t.Text[i+1:], "")
	}
	return t.Start, t.End, c.plainArgument(e, c.before, t.Text, "")
}

func words(list []string, prefix string, kind Kind) []Match {
	var matches []Match
	for _, word := range list {
		if strings.HasPrefix(value.Fold(word), value.Fold(prefix)) {
			matches = append(matches, Match{Text: word, ListItem: word, Kind: kind, ToolTip: word})
		}
	}
	return matches
}

// quoted completes inside a string: a variable or command in it, or the
// argument that it is.
func (c *completer) quoted(t token) (from, to int, matches []Match) {
	if c.isMemberOperator(c.before) && c.tokens[c.before].End == t.Start {
		return c.targetStart(c.before - 1), t.End, nil
	}
	quote, inner := t.Text[:1], t.Text[1:]
	here := c.cursor - t.Start
	if quote == `"` || quote == "@" {
		if from, to, matches, ok := c.expanded(t, here); ok {
			return from, to, matches
		}
	}
	if len(inner) > 0 && strings.HasSuffix(inner, quote) {
		inner = inner[:len(inner)-1]
	}
	if matches, ok := c.assigned(c.before, inner); ok {
		return t.Start, t.End, matches
	}
	if e := c.enclosing(c.before); e != nil {
		return t.Start, t.End, c.plainArgument(e, c.before, inner, quote)
	}
	if inner == "" || strings.ContainsAny(inner, "$ `") {
		return t.Start, t.End, nil
	}
	return t.Start, t.End, commandMatches(c.commandNames(inner), quote)
}

// expanded completes a variable or `$( ... )` inside a string.
func (c *completer) expanded(t token, here int) (from, to int, matches []Match, ok bool) {
	text := t.Text[:here]
	if i := strings.LastIndex(text, "$("); i >= 0 && !strings.Contains(text[i:], ")") {
		inner := newCompleter(c.session, text[i+2:], here-i-2)
		from, to, matches = inner.complete()
		if from >= 0 {
			from, to = from+t.Start+i+2, to+t.Start+i+2
		}
		return from, to, matches, true
	}
	i := strings.LastIndexByte(text, '$')
	if i < 0 || i > 0 && text[i-1] == '`' || !isVariableText(text[i+1:]) {
		return 0, 0, nil, false
	}
	end := here
	for end < len(t.Text) && isVariableText(t.Text[i+1:end+1]) {
		end++
	}
	return t.Start + i, t.Start + end, c.variables(t.Text[i:end]), true
}

func isVariableText(text string) bool {
	if strings.HasPrefix(text, "{") {
		return !strings.Contains(text, "}")
	}
	return !strings.ContainsAny(text, " .,;()[]{}\"'$`/\\+=<>|&")
}

// plainArgument completes an argument whose place is behind token before.
func (c *completer) plainArgument(e *element, before int, word, quote string) []Match {
	before = c.listStart(e, before)
	t := c.tokens[before]
	if t.Kind == parser.KindParameter && before > e.first {
		name, _, _ := strings.Cut(t.Text[dashLength(t.Text):], ":")
		if p := c.parameter(e, name); p != nil && !p.Switch {
			return c.argument(e, p, word, strings.Contains(t.Text, ":"), quote)
		}
	}
	if e.meta == nil {
		return c.paths(word, pathOptions{quote: quote})
	}
	u := c.usageOf(e)
	list := u.next(e.meta)
	for _, p := range list {
		if matches, known := c.known(e, p, word, quote); known {
			return matches
		}
	}
	if c.noPaths(e, list) {
		return nil
	}
	return c.paths(word, pathOptions{quote: quote, folders: e.command.Name == "Set-Location"})
}

// noPaths reports whether an argument is something else than a path for sure.
func (c *completer) noPaths(e *element, list []*runtime.Param) bool {
	return slices.ContainsFunc(list, func(p *runtime.Param) bool { return takesProperty(e.command.Name, p.Name) })
}

// listStart goes back over the elements of a list, `a, b,`, to the token that
// the list begins behind.
func (c *completer) listStart(e *element, before int) int {
	for before > e.first+1 && c.kind(before) == parser.KindComma {
		before -= 2
	}
	return max(before, e.first)
}

// argument completes the value of a parameter.
func (c *completer) argument(e *element, p *runtime.Param, word string, colon bool, quote ...string) []Match {
	if p == nil {
		return nil
	}
	q := strings.Join(quote, "")
	if p.Switch {
		return words([]string{"$true", "$false"}, word, ParameterValue)
	}
	if matches, known := c.known(e, p, word, q); known {
		return matches
	}
	if takesProperty(e.command.Name, p.Name) {
		return nil
	}
	return c.paths(word, pathOptions{quote: q, literal: p.Name == "LiteralPath"})
}

// known completes a value of which the possible ones are known.
func (c *completer) known(e *element, p *runtime.Param, word, quote string) ([]Match, bool) {
	if list, ok := c.completerOf(p, word); ok {
		return list, true
	}
	for _, a := range p.Attributes {
		if set, ok := a.(*runtime.ValidateSet); ok {
			names := slices.Clone(set.Values)
			sortFolded(names)
			return values(names, word, quote), true
		}
	}
	t := p.Type
	if t != nil && t.IsArray() {
		t = t.Elem
	}
	if t != nil && t.Enum != nil {
		names := slices.Clone(t.Enum.Names)
		sort.Strings(names)
		return values(names, word, quote), true
	}
	return c.special(e, p, word, quote)
}

// values are the matching names, quoted as the word is or must be.
func values(names []string, word, quote string) []Match {
	var matches []Match
	for _, name := range names {
		if strings.HasPrefix(value.Fold(name), value.Fold(word)) {
			text := quote + name + quote
			if quote == "" && strings.ContainsAny(name, " '\"$,;(){}") {
				text = "'" + strings.ReplaceAll(name, "'", "''") + "'"
			}
			matches = append(matches, Match{Text: text, ListItem: name, Kind: ParameterValue, ToolTip: name})
		}
	}
	return matches
}

var itemTypes = strings.Fields("File Directory SymbolicLink Junction HardLink")

// special completes values that single cmdlets know.
func (c *completer) special(e *element, p *runtime.Param, word, quote string) ([]Match, bool) {
	switch e.command.Name + " " + p.Name {
	case "Get-Command Name", "Get-Help Name", "Set-Alias Value", "New-Alias Value", "Get-Command ArgumentList":
		return commandMatches(c.commandNames(word), quote), true
	case "New-Item ItemType":
		return words(itemTypes, word, Text), true
	case "Get-Command Verb":
		return c.verbs(word), true
	case "New-Object TypeName":
		return c.types(word), true
	}
	if p.Name == "Encoding" {
		return values(encodings, word, quote), true
	}
	if takesProperty(e.command.Name, p.Name) {
		return c.properties(e, word)
	}
	return nil, false
}

var encodings = strings.Fields("ansi ascii bigendianunicode bigendianutf32 unicode utf7 utf8 utf8BOM utf8NoBOM utf32")

// verbs lists the verbs of the session's commands.
func (c *completer) verbs(prefix string) []Match {
	seen := map[string]bool{}
	var list []string
	for _, name := range c.commandNames("") {
		verb, _, ok := strings.Cut(name, "-")
		if ok && !seen[value.Fold(verb)] {
			seen[value.Fold(verb)] = true
			list = append(list, verb)
		}
	}
	sortFolded(list)
	return words(list, prefix, Text)
}
