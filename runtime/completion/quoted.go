package completion

import (
	"strings"

	"exolab/parser"
)

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
	matches = c.paths(inner, pathOptions{quote: quote})
	if strings.Contains(inner, "-") {
		matches = append(matches, commandMatches(c.commandNames(inner), quote)...)
	}
	return t.Start, t.End, matches
}

// behindQuoted completes a path that begins between quotes and goes on behind
// them, 'my folder'/x: the whole is put between quotes.
func (c *completer) behindQuoted(t token) (from, to int, matches []Match, ok bool) {
	k := c.kind(c.before)
	if k != parser.KindString && k != parser.KindExpandable || c.tokens[c.before].End != t.Start || !strings.ContainsAny(t.Text[:1], `/\`) {
		return 0, 0, nil, false
	}
	folder := c.tokens[c.before]
	quote := folder.Text[:1]
	if quote != "'" && quote != `"` {
		return 0, 0, nil, false
	}
	word := strings.Trim(folder.Text, quote) + t.Text
	if calls(c.kind(c.before - 1)) {
		return folder.Start, t.End, c.paths(word, pathOptions{quote: quote, literal: true}), true
	}
	if e := c.enclosing(c.before - 1); e != nil {
		return folder.Start, t.End, c.plainArgument(e, c.before-1, word, quote), true
	}
	return 0, 0, nil, false
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
