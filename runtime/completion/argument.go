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
	if from, to, matches, ok := c.behindQuoted(t); ok {
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
		return c.anyArgument(word, pathOptions{quote: quote, literal: true})
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
	return c.anyArgument(word, pathOptions{quote: quote, folders: e.command.Name == "Set-Location" || e.command.Name == "Push-Location"})
}

// staticInArgument is a static member as an argument may name it: it becomes
// an expression between parentheses.
var staticInArgument = regex(`^\[[\w.]+\]::[\w*]*$`)

// anyArgument completes an argument of which nothing is known: a static member,
// or a path and, where the word has a dash inside, a command.
func (c *completer) anyArgument(word string, o pathOptions) []Match {
	if o.quote == "" && staticInArgument().MatchString(word) {
		inner := newCompleter(c.session, word, len(word))
		if from, _, matches := inner.complete(); len(matches) > 0 {
			for i, m := range matches {
				matches[i].Text = "(" + word[:from] + m.Text
				if m.Kind == Property {
					matches[i].Text += ")"
				}
			}
			return matches
		}
	}
	matches := c.paths(word, o)
	if strings.LastIndexByte(o.quote+word, '-') > 0 {
		matches = append(matches, commandMatches(c.commandNames(word), o.quote)...)
	}
	return matches
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
	return c.anyArgument(word, pathOptions{quote: q, literal: p.Name == "LiteralPath"})
}
