// Package completion finds what could stand at the cursor of a command line:
// commands, parameters and their values, variables, members, types and paths.
//
// It reads the tokens of the text, so that unfinished input is no obstacle,
// and asks the session's own tables: the parameter metadata, the member tables
// of types and the values of variables.
package completion

import (
	"strings"
	"unicode/utf16"

	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Kind is PowerShell's CompletionResultType.
type Kind string

// The kinds of completion that are used.
const (
	Text              Kind = "Text"
	Command           Kind = "Command"
	ProviderItem      Kind = "ProviderItem"
	ProviderContainer Kind = "ProviderContainer"
	Property          Kind = "Property"
	Method            Kind = "Method"
	ParameterName     Kind = "ParameterName"
	ParameterValue    Kind = "ParameterValue"
	Variable          Kind = "Variable"
	Type              Kind = "Type"
	Keyword           Kind = "Keyword"
)

// Match is one completion.
type Match struct {
	// Text replaces the range of the Result; ListItem is shown in a list.
	Text, ListItem string
	Kind           Kind
	ToolTip        string
}

// Result is what could stand at the cursor. Index and Length are the range to
// replace, in UTF-16 units; both are -1 where there is nothing to complete.
type Result struct {
	Matches       []Match
	Index, Length int
}

var nothing = Result{Index: -1, Length: -1}

// Complete completes text at cursor, which counts UTF-16 units.
func Complete(s *runtime.Session, text string, cursor int) Result {
	at := byteOffset(text, cursor)
	c := newCompleter(s, text, at)
	from, to, matches := c.complete()
	if from < 0 {
		return nothing
	}
	index := units(text[:from])
	return Result{Matches: matches, Index: index, Length: units(text[:to]) - index}
}

func units(text string) int { return len(utf16.Encode([]rune(text))) }

func byteOffset(text string, cursor int) int {
	n := 0
	for i, r := range text {
		if n >= cursor {
			return i
		}
		n += utf16.RuneLen(r)
	}
	return len(text)
}

// token is a token of the text with its range.
type token struct {
	Start, End int
	Kind       parser.TokenKind
	Text       string
}

// completer is one request.
type completer struct {
	session *runtime.Session
	scope   *runtime.Scope
	text    string
	cursor  int
	tokens  []token
	// at is the index of the token that the cursor stands in or behind, -1
	// where there is none; before is the last token that ends before it.
	at, before int
	// nested is set for a subexpression inside a string.
	nested bool
	// tree is the syntax tree of the text, made when it is asked for.
	tree *parser.ScriptBlock
	// foreign is the body of a function that stands elsewhere while its output
	// is inferred; analyzed are those that have been looked at.
	foreign  *parser.ScriptBlock
	analyzed map[*parser.ScriptBlock]bool
}

func newCompleter(s *runtime.Session, text string, cursor int) *completer {
	c := &completer{session: s, scope: s.Current(), text: text, cursor: cursor, at: -1, before: -1}
	for _, t := range parser.Tokens(text) {
		if t.Kind != parser.KindEOF {
			c.tokens = append(c.tokens, token{int(t.Start), int(t.End), t.Kind, t.Text})
		}
	}
	for i, t := range c.tokens {
		if t.Start < cursor && cursor <= t.End {
			c.at = i
		}
	}
	for i, t := range c.tokens {
		if c.at < 0 && t.End <= cursor || c.at >= 0 && i < c.at {
			c.before = i
		}
	}
	c.defineFromText()
	return c
}

func (c *completer) kind(i int) parser.TokenKind {
	if i < 0 || i >= len(c.tokens) {
		return parser.KindEOF
	}
	return c.tokens[i].Kind
}

// complete returns the range to replace and the matches; from is -1 where
// nothing can be completed.
func (c *completer) complete() (from, to int, matches []Match) {
	from, to, matches = c.atCursor()
	if len(matches) > 0 || c.kind(c.at) == parser.KindType || c.quotesIndex() {
		return from, to, matches
	}
	from, to = c.emptyRange(from, to)
	if matches = c.hashtableKeys(); len(matches) > 0 {
		return c.cursor, c.cursor, matches
	}
	if !c.nested && c.text != "" && !strings.ContainsAny(c.text, " \t\r\n") {
		return 0, len(c.text), c.paths(c.text, pathOptions{callable: true})
	}
	return from, to, nil
}

// quotesIndex reports whether the cursor stands in a string that is an index:
// where it is no key, nothing else is offered.
func (c *completer) quotesIndex() bool {
	k := c.kind(c.at)
	return (k == parser.KindString || k == parser.KindExpandable) && c.indexes(c.before)
}

// hashtableKeys completes a key of the hashtable that the cursor stands in,
// where nothing else was found.
func (c *completer) hashtableKeys() []Match {
	k := c.kind(c.at)
	if c.before < 0 || k == parser.KindRCurly || k == parser.KindAtCurly {
		return nil
	}
	_, matches, _ := c.key(c.before, "")
	return matches
}

// atCursor completes what stands at the cursor.
func (c *completer) atCursor() (from, to int, matches []Match) {
	if c.at < 0 {
		return c.afterSpace()
	}
	t := c.tokens[c.at]
	from, to = t.Start, t.End
	switch {
	case c.startsDefinition(c.before):
		return from, to, nil
	case t.Text == "$":
		return from, to, c.variables(t.Text)
	}
	switch t.Kind {
	case parser.KindVariable, parser.KindSplat:
		if t.Text == "@" || c.declares(c.at) {
			return from, to, nil
		}
		return from, to, c.variables(t.Text)
	case parser.KindComment:
		return c.comment(t)
	case parser.KindMember:
		return from, to, c.members(c.at-1, t.Text)
	case parser.KindDot, parser.KindColonColon, parser.KindQuestionDot:
		if c.isMemberOperator(c.at) {
			return c.memberBehind(c.at)
		}
	case parser.KindType:
		return from, to, c.types(t.Text)
	case parser.KindExpandable, parser.KindString:
		return c.quoted(t)
	case parser.KindCommand:
		if c.afterUsing() {
			return c.bareWord(t)
		}
		switch {
		case c.afterTry():
			return from, to, nil
		case c.kind(c.before) == parser.KindVariable && c.tokens[c.before].End == t.Start:
			return c.behindVariable(t)
		case c.switchesFile(c.before):
			return from, to, c.paths(t.Text, pathOptions{})
		case strings.ContainsAny(t.Text[:1], `'"`):
			return c.quoted(t)
		case c.kind(c.before) == parser.KindLBracket:
			if matches := c.indexWord(t.Text); len(matches) > 0 {
				return from, to, matches
			}
		}
		return from, to, c.commandName(t.Text)
	case parser.KindParameter, parser.KindMinusMinus:
		return c.dashed(t)
	case parser.KindOperator:
		if from, to, matches = c.dashed(t); len(matches) == 0 && dashLength(t.Text) > 0 && len(t.Text) > dashLength(t.Text) && c.kind(c.before) != parser.KindKeyword {
			matches = operators(t.Text[dashLength(t.Text):])
		}
		return from, to, matches
	case parser.KindWord:
		return c.bareWord(t)
	case parser.KindKeyword:
		return from, to, c.keyword(t.Text)
	case parser.KindNumber:
		return c.number(t)
	case parser.KindLBracket, parser.KindQuestionBracket:
		if matches := c.indexKeys(c.at, ""); len(matches) > 0 {
			return to, to, matches
		}
	case parser.KindRParen, parser.KindRBracket, parser.KindRCurly, parser.KindInvalid, parser.KindAtParen:
		return c.closing(t)
	}
	return c.afterSpace()
}

// keyword completes a word that already is a keyword: the commands that begin
// so.
func (c *completer) keyword(word string) []Match {
	if c.afterUsing() {
		return words(usingKinds, word, Keyword)
	}
	return c.commandName(word)
}

// number completes a number: an argument of a command, or a value that is
// assigned.
func (c *completer) number(t token) (from, to int, matches []Match) {
	if matches, ok := c.assigned(c.before, t.Text); ok {
		return t.Start, t.End, matches
	}
	if e := c.enclosing(c.before); e != nil {
		return t.Start, t.End, c.plainArgument(e, c.before, t.Text, "")
	}
	return t.Start, t.End, nil
}

// usingKinds are what can be used.
var usingKinds = strings.Fields("assembly module namespace type")

// afterUsing reports whether the cursor stands in the word behind using.
func (c *completer) afterUsing() bool {
	return c.kind(c.before) == parser.KindKeyword && strings.EqualFold(c.tokens[c.before].Text, "using")
}

// afterTry reports whether the word at the cursor stands where catch must
// stand: directly behind the block of a try.
func (c *completer) afterTry() bool {
	if c.kind(c.before) != parser.KindRCurly {
		return false
	}
	open := c.outer(c.before)
	return c.kind(open-1) == parser.KindKeyword && strings.EqualFold(c.tokens[open-1].Text, "try")
}

// closing is the cursor behind a closing bracket: behind the one of a type,
// its static members.
func (c *completer) closing(t token) (from, to int, matches []Match) {
	if t.Kind != parser.KindRBracket || c.kind(c.at-1) != parser.KindType && c.kind(c.at-1) != parser.KindRBracket {
		return t.Start, t.End, nil
	}
	open := c.opening(c.at)
	if c.text[open] != '[' {
		return t.Start, t.End, nil
	}
	name := c.text[open+1 : t.Start]
	if strings.HasSuffix(name, "[") {
		// The bracket is that of an array, the one of the type is missing.
		name += "]"
	}
	return c.cursor, c.cursor, c.staticBehind(name)
}

// staticBehind completes the static members of a type that has just been named.
func (c *completer) staticBehind(name string) []Match {
	matches := c.staticCompletions(name, "")
	for i := range matches {
		matches[i].Text = "::" + matches[i].Text
	}
	return matches
}

// opening is where the bracket that token i closes was opened.
func (c *completer) opening(i int) int {
	depth := 0
	for ; i >= 0; i-- {
		depth += nesting(c.tokens[i].Kind)
		if depth == 0 {
			return c.tokens[i].Start
		}
	}
	return 0
}

// nesting is -1 for brackets that open and 1 for those that close, seen from
// the end.
func nesting(k parser.TokenKind) int {
	switch k {
	case parser.KindLParen, parser.KindLCurly, parser.KindLBracket, parser.KindAtParen, parser.KindAtCurly, parser.KindDollarParen, parser.KindQuestionBracket:
		return -1
	case parser.KindRParen, parser.KindRCurly, parser.KindRBracket:
		return 1
	}
	return 0
}

// whole makes a name, perhaps with wildcards, a test for whole names.
func whole(name string) func(string) bool {
	if strings.ContainsAny(name, "*?[") {
		if w, err := netfmt.CompileWildcard(name, true); err == nil {
			return w.Match
		}
	}
	return func(other string) bool { return strings.EqualFold(name, other) }
}

// pattern makes a prefix a wildcard that matches what begins with it.
func pattern(prefix string) func(name string) bool {
	if strings.ContainsAny(prefix, "*?[") {
		if w, err := netfmt.CompileWildcard(prefix+"*", true); err == nil {
			return w.Match
		}
	}
	folded := value.Fold(prefix)
	return func(name string) bool { return strings.HasPrefix(value.Fold(name), folded) }
}
