package completion

import (
	"strings"

	"exolab/parser"
)

// emptyRange is the range that is told where nothing can be completed: it
// depends on the token at the cursor.
func (c *completer) emptyRange(from, to int) (int, int) {
	if c.at < 0 {
		return from, to
	}
	t := c.tokens[c.at]
	switch t.Kind {
	case parser.KindLParen, parser.KindComma:
		if c.inAttribute(c.at) {
			return t.End, t.End
		}
		return t.Start, t.End
	case parser.KindAtParen, parser.KindSemi, parser.KindLBracket, parser.KindRBracket:
		return t.Start, t.End
	case parser.KindAtCurly:
		return t.End, t.End
	case parser.KindRParen, parser.KindRCurly, parser.KindLCurly, parser.KindDollarParen, parser.KindPipe, parser.KindAndAnd, parser.KindOrOr,
		parser.KindAmpersand, parser.KindPlusPlus, parser.KindNewLine, parser.KindQuestion, parser.KindQuestionBracket, parser.KindColon, parser.KindMerge:
		return -1, -1
	case parser.KindAssign, parser.KindOperator, parser.KindNot:
		if dashLength(t.Text) == 0 && t.Text != "=" && t.Text != "*" {
			return -1, -1
		}
		return t.Start, t.End
	case parser.KindString, parser.KindExpandable:
		if strings.HasPrefix(t.Text, "@") {
			return -1, -1
		}
	}
	return from, to
}

// inAttribute reports whether the parenthesis or comma at token i belongs to
// the arguments of an attribute.
func (c *completer) inAttribute(i int) bool {
	open := i
	if c.kind(i) == parser.KindComma {
		open = c.outer(i)
	}
	return c.kind(open) == parser.KindLParen && c.kind(open-1) == parser.KindType && c.kind(open-2) == parser.KindLBracket
}
