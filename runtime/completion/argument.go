package completion

import (
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
	if i := c.beforeNewLines(); i != c.before {
		if matches := c.continued(i); len(matches) > 0 {
			return c.cursor, c.cursor, matches
		}
	}
	if c.isMemberOperator(c.before) {
		return c.memberBehind(c.before)
	}
	if c.afterUsing() {
		return c.cursor, c.cursor, words(usingKinds, "", Keyword)
	}
	if matches := c.afterBracketOrLoop(); len(matches) > 0 {
		return c.cursor, c.cursor, matches
	}
	last := c.tokens[c.before]
	if from, matches, ok := c.key(c.before, ""); ok {
		return from, c.cursor, matches
	}
	if matches, ok := c.assigned(c.before, ""); ok {
		return c.cursor, c.cursor, matches
	}
	if c.switchesFile(c.before) {
		return c.cursor, c.cursor, c.paths("", pathOptions{})
	}
	e := c.enclosing(c.before)
	if e == nil || last.Kind == parser.KindLCurly || last.Kind == parser.KindLParen || last.Kind == parser.KindAmpersand {
		return -1, -1, nil
	}
	return c.cursor, c.cursor, c.plainArgument(e, c.before, "", "")
}

// beforeNewLines is the last token before the cursor that is no line break.
func (c *completer) beforeNewLines() int {
	i := c.before
	for i > 0 && c.kind(i) == parser.KindNewLine {
		i--
	}
	return i
}

// continued completes what goes on after line breaks: a member, a key, or a
// value that is compared with.
func (c *completer) continued(i int) []Match {
	switch c.kind(i) {
	case parser.KindLBracket, parser.KindQuestionBracket:
		return c.indexKeys(i, "")
	case parser.KindOperator:
		matches, _ := c.assigned(i, "")
		return matches
	}
	return c.members(i, "")
}

// afterBracketOrLoop completes a key behind `[` and a label behind break and
// continue.
func (c *completer) afterBracketOrLoop() []Match {
	last := c.tokens[c.before]
	switch last.Kind {
	case parser.KindLBracket, parser.KindQuestionBracket:
		return c.indexKeys(c.before, "")
	case parser.KindKeyword:
		if c.jumps(c.before) && c.kind(c.before+1) != parser.KindWord {
			return c.labels("")
		}
	}
	return nil
}

// jumps reports whether token i is the word break or continue.
func (c *completer) jumps(i int) bool {
	return c.kind(i) == parser.KindKeyword && (strings.EqualFold(c.tokens[i].Text, "break") || strings.EqualFold(c.tokens[i].Text, "continue"))
}

// bareWord completes an unquoted word that is an argument or a key.
func (c *completer) bareWord(t token) (from, to int, matches []Match) {
	if t.Text == "$" {
		return t.Start, t.End, c.variables(t.Text)
	}
	if c.jumps(c.before) {
		return t.Start, t.End, c.labels(t.Text)
	}
	if from, to, matches, ok := c.wildcardMember(t); ok {
		return from, to, matches
	}
	if _, matches, ok := c.key(c.before, t.Text); ok {
		return t.Start, t.End, matches
	}
	if matches, ok := c.usingWord(t.Text); ok {
		return t.Start, t.End, matches
	}
	if matches := c.indexWord(t.Text); len(matches) > 0 {
		return t.Start, t.End, matches
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
		return t.Start, t.End, nil
	}
	quote, inner := t.Text[:1], t.Text[1:]
	here := c.cursor - t.Start
	if !strings.ContainsAny(quote, "'\"@") && isPath(t.Text) {
		if from, to, matches, ok := c.expanded(t, here); ok {
			return from, to, matches
		}
		return c.bareWord(t)
	}
	if quote == `"` || quote == "@" {
		if from, to, matches, ok := c.expanded(t, here); ok {
			return from, to, matches
		}
	}
	if len(inner) > 0 && strings.HasSuffix(inner, quote) {
		inner = inner[:len(inner)-1]
	}
	if matches, ok := c.assigned(c.before, t.Text); ok {
		return t.Start, t.End, matches
	}
	if c.indexes(c.before) {
		return t.Start, t.End, c.indexWord(inner)
	}
	if c.kind(c.before) == parser.KindAmpersand && inner != "" {
		matches := c.paths(inner, pathOptions{quote: quote, literal: true})
		if strings.Contains(inner, "-") {
			matches = append(matches, commandMatches(c.commandNames(inner), quote)...)
		}
		return t.Start, t.End, matches
	}
	if e := c.enclosing(c.before); e != nil {
		return t.Start, t.End, c.plainArgument(e, c.before, inner, quote)
	}
	if quote == `"` && strings.ContainsAny(inner, "$`") && !isPath(inner) {
		return t.Start, t.End, nil
	}
	matches = c.paths(inner, pathOptions{quote: quote, literal: true})
	if strings.Contains(inner, "-") {
		matches = append(matches, commandMatches(c.commandNames(inner), quote)...)
	}
	return t.Start, t.End, matches
}

// expanded completes a variable or `$( ... )` inside a string.
func (c *completer) expanded(t token, here int) (from, to int, matches []Match, ok bool) {
	text := t.Text[:here]
	if i := strings.LastIndex(text, "$("); i >= 0 && !strings.Contains(text[i:], ")") {
		inner := newCompleter(c.session, text[i+2:], here-i-2)
		inner.nested = true
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
		if matches, ok := c.native(e, quote+word); ok {
			return matches
		}
		return c.paths(word, pathOptions{quote: quote})
	}
	u := c.usageOf(e)
	answered := false
	for _, p := range u.next(e.meta) {
		matches, known := c.known(e, p, word, quote)
		if len(matches) > 0 {
			return matches
		}
		answered = answered || known
	}
	if answered {
		return nil
	}
	return c.paths(word, pathOptions{quote: quote, folders: e.command.Name == "Set-Location" || e.command.Name == "Push-Location"})
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
		if word != "" && word != "$" {
			return nil
		}
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
