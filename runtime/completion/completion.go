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
	if c.at < 0 {
		return c.afterSpace()
	}
	t := c.tokens[c.at]
	from, to = t.Start, t.End
	switch t.Kind {
	case parser.KindVariable, parser.KindSplat:
		if t.Text == "@" {
			return from, to, nil
		}
		return from, to, c.variables(t.Text)
	case parser.KindComment:
		return c.comment(t)
	case parser.KindMember:
		return c.member(c.at-1, t.Text)
	case parser.KindDot, parser.KindColonColon, parser.KindQuestionDot:
		if c.isMemberOperator(c.at) {
			return c.cursor, c.cursor, c.members(c.at, "")
		}
	case parser.KindType:
		return from, to, c.types(t.Text)
	case parser.KindExpandable, parser.KindString:
		return c.quoted(t)
	case parser.KindCommand:
		if c.before >= 0 && strings.EqualFold(c.tokens[c.before].Text, "using") {
			return c.bareWord(t)
		}
		if c.afterTry() {
			return from, to, nil
		}
		return from, to, c.commandName(t.Text)
	case parser.KindParameter, parser.KindOperator, parser.KindMinusMinus:
		return c.dashed(t)
	case parser.KindWord:
		return c.bareWord(t)
	case parser.KindKeyword, parser.KindNumber, parser.KindAtParen:
		return from, to, nil
	case parser.KindRParen, parser.KindRBracket, parser.KindRCurly, parser.KindInvalid:
		return c.closing(t)
	}
	return c.afterSpace()
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

// closing is the cursor behind a closing bracket.
func (c *completer) closing(t token) (from, to int, matches []Match) {
	if t.Kind == parser.KindRParen {
		return c.opening(c.at), t.End, nil
	}
	if open := c.opening(c.at); t.Kind == parser.KindRBracket && c.text[open] == '[' {
		if matches := c.staticCompletions(c.text[open+1:t.Start], ""); c.kind(c.at-1) == parser.KindType || c.kind(c.at-1) == parser.KindRBracket {
			for i := range matches {
				matches[i].Text = "::" + matches[i].Text
			}
			return c.cursor, c.cursor, matches
		}
	}
	return t.Start, t.End, nil
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

// pattern makes a prefix a wildcard that matches what begins with it.
func pattern(prefix string) func(name string) bool {
	if strings.ContainsAny(prefix, "*?") {
		if w, err := netfmt.CompileWildcard(prefix+"*", true); err == nil {
			return w.Match
		}
	}
	folded := value.Fold(prefix)
	return func(name string) bool { return strings.HasPrefix(value.Fold(name), folded) }
}
