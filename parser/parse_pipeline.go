package parser

import (
	"strings"
	"unicode/utf8"
)

// pipelineChain parses pipelines joined by && and ||, or an assignment; nil
// when nothing starts here.
func (p *parser) pipelineChain() Statement {
	var left Statement
	var operator *token
	for {
		next := p.peekTok()
		s, background := p.pipeline(operator == nil)
		if s == nil {
			if operator == nil {
				return nil
			}
			return p.brokenChain(left, operator, next)
		}
		if operator == nil {
			left = s
		} else {
			right, ok := s.(*Pipeline)
			if !ok {
				right = &Pipeline{Span: s.Extent()}
			}
			left = &PipelineChain{Span: join(left.Extent(), s.Extent()), Left: left, Right: right,
				Or: operator.kind == KindOrOr}
		}
		t := p.peekTok()
		if t.kind != KindAndAnd && t.kind != KindOrOr {
			if c, ok := left.(*PipelineChain); ok && background {
				c.Background = true
			}
			return left
		}
		operator = p.take()
		if background {
			p.failWith(t.Span, "BackgroundOperatorInPipelineChain", false)
			return &ErrorStatement{Span: join(left.Extent(), t.Span)}
		}
		p.skipNewlines()
		if p.is(KindEOF) {
			p.missing(after(operator.Span), "EmptyPipelineChainElement")
			return left
		}
	}
}

// brokenChain stands for a chain whose last operator no pipeline follows.
func (p *parser) brokenChain(left Statement, operator, next *token) Statement {
	switch next.kind {
	case KindDot, KindAmpersand:
		// The error was reported for the missing command.
	default:
		p.failWith(join(operator.Span, next.Span), "EmptyPipelineChainElement", false)
	}
	return &ErrorStatement{Span: join(left.Extent(), operator.Span), Keyword: operator.text, Nested: []Node{left}}
}

// pipeline parses one pipeline or, where that is allowed, an assignment.
func (p *parser) pipeline(assignable bool) (Statement, bool) {
	defer p.restore(p.setMode(commandMode))
	pipe := &Pipeline{Span: p.peekTok().Span}
	var bar *token
	for {
		element, assignment := p.pipelineElement(bar == nil, assignable)
		if assignment != nil {
			return assignment, false
		}
		if element == nil {
			if bar != nil {
				p.missing(after(bar.Span), "EmptyPipeElement")
			} else if p.is(KindPipe) {
				p.missing(p.peekTok().Span, "EmptyPipeElement")
			} else {
				return nil, false
			}
		} else {
			if len(pipe.Elements) == 0 {
				pipe.Start = element.Extent().Start
			}
			pipe.Elements = append(pipe.Elements, element)
			pipe.End = element.Extent().End
		}
		if bar = p.nextBar(pipe); bar == nil {
			return pipe, pipe.Background
		}
		p.skipNewlines()
	}
}

// nextBar finds how a pipeline goes on behind an element: the `|` when there
// is another element, nil at the end.
func (p *parser) nextBar(pipe *Pipeline) *token {
	t := p.peekTok()
	switch t.kind {
	case KindPipe:
		return p.take()
	case KindNewLine:
		return p.barOnNextLine()
	case KindSemi, KindEOF, KindRParen, KindRCurly, KindAndAnd, KindOrOr:
		return nil
	case KindAmpersand:
		p.take()
		pipe.Background = true
		pipe.End = t.End
		return nil
	}
	p.failWith(t.Span, "UnexpectedToken", false, t.text)
	return nil
}

// barOnNextLine consumes line breaks and comments before a `|` that continues
// the pipeline; an empty line ends it.
func (p *parser) barOnNextLine() *token {
	t := p.peekTok()
	if !barFollows(p.src, t.stop) {
		return nil
	}
	p.pos, p.ahead = t.stop, nil
	for p.skipTrivia(); isNewline(p.peek()); p.skipTrivia() {
		p.newline()
	}
	if bar := p.peekTok(); bar.kind == KindPipe {
		return p.take()
	}
	return nil
}

// barFollows reports whether a `|` is the next thing after white space,
// comments and line breaks, with no empty line between.
func barFollows(src string, at int) bool {
	lineIsEmpty := true
	for at < len(src) {
		r, size := utf8.DecodeRuneInString(src[at:])
		at += size
		switch {
		case isSpace(r):
		case isNewline(r):
			if lineIsEmpty {
				return false
			}
			lineIsEmpty = true
			if r == '\r' && strings.HasPrefix(src[at:], "\n") {
				at++
			}
		case r == '#':
			lineIsEmpty = false
			at += lineLength(src[at:])
		case r == '<' && strings.HasPrefix(src[at:], "#"):
			lineIsEmpty = false
			end := strings.Index(src[at+1:], "#>")
			if end < 0 {
				return false
			}
			at += 1 + end + len("#>")
		default:
			return r == '|'
		}
	}
	return false
}

// lineLength is how long a text's first line is.
func lineLength(text string) int {
	if end := strings.IndexAny(text, "\r\n"); end >= 0 {
		return end
	}
	return len(text)
}

// pipelineElement parses a command or an expression. At the start of a
// pipeline an expression may turn out to be the left side of an assignment.
func (p *parser) pipelineElement(first, assignable bool) (PipelineElement, Statement) {
	start := p.peekTok()
	if !p.startsExpression(start) {
		if c := p.command(); c != nil {
			return c, nil
		}
		return nil, nil
	}
	old := p.setMode(expressionMode)
	errors := len(*p.errors)
	e := p.expression()
	if e == nil {
		*p.errors = (*p.errors)[:errors]
		p.setMode(old)
		if c := p.command(); c != nil {
			return c, nil
		}
		return nil, nil
	}
	t := p.peekTok()
	if t.kind == KindAssign && first && assignable {
		s := p.assignment(e)
		p.setMode(old)
		return nil, s
	}
	redirections, end := p.redirections()
	p.setMode(old)
	if !first {
		p.failWith(e.Extent(), "ExpressionsMustBeFirstInPipeline", false)
	}
	c := &CommandExpression{Span: e.Extent(), Expression: e, Redirections: redirections}
	c.End = max(c.End, end)
	return c, nil
}

// startsExpression tells, from the first token read in command mode, whether
// an expression may start here.
func (p *parser) startsExpression(t *token) bool {
	switch t.kind {
	case KindRedirect:
		return isDigit(rune(t.text[0]))
	case KindVariable, KindString, KindExpandable, KindNumber, KindLParen, KindAtParen, KindAtCurly,
		KindDollarParen, KindLCurly, KindSplat, KindComma, KindInvalid:
		return true
	case KindOperator, KindMinusMinus, KindParameter:
		return true
	case KindWord:
		switch c := rune(t.text[0]); {
		case isIdentStart(c) && c < 0x80:
			return false
		case c == '[' || c == '!' || c == '+' || c == '-' || c == '$' || c == '"' || isDigit(c) || c == '.':
			return true
		case c >= 0x80:
			return true
		}
	}
	return false
}

// assignment parses the right side behind an expression.
func (p *parser) assignment(left Expression) Statement {
	op := p.take()
	p.skipNewlines()
	a := &AssignmentStatement{Span: join(left.Extent(), op.Span), Left: left, Operator: op.value, OperatorSpan: op.Span}
	comma := p.noComma
	p.noComma = false
	a.Right = p.statement()
	p.noComma = comma
	if a.Right == nil {
		p.missing(after(op.Span), "ExpectedValueExpression", op.text)
		a.Right = &ErrorStatement{Span: after(op.Span)}
		return a
	}
	a.End = a.Right.Extent().End
	return a
}

// redirections parses what follows an expression or stands in a command.
func (p *parser) redirections() ([]Redirection, int32) {
	var list []Redirection
	end := int32(0)
	for {
		t := p.takeRedirection()
		if t == nil {
			return list, end
		}
		end = t.End
		if r := p.redirection(t); r != nil {
			list = append(list, r)
			end = r.Extent().End
		}
	}
}

// takeRedirection consumes a redirection operator that comes next; nil where none
// does. Behind an expression, too, a digit before `>` names a stream.
func (p *parser) takeRedirection() *token {
	defer p.restore(p.mode)
	if p.peekTok().kind == KindNumber {
		p.setMode(commandMode)
	}
	switch p.peekTok().kind {
	case KindRedirect, KindMerge, KindRedirectIn:
		return p.take()
	}
	return nil
}

func (p *parser) redirection(t *token) Redirection {
	if t.kind == KindMerge {
		if t.to != StreamOutput || t.from == StreamOutput {
			p.failWith(t.Span, "RedirectionNotSupported", false, t.text)
		}
		return &MergingRedirection{t.Span, t.from, StreamOutput}
	}
	defer p.restore(p.setMode(commandMode))
	target := p.argument(argumentSingle)
	if target == nil {
		p.failWith(after(t.Span), "MissingFileSpecification", false)
		target = &ErrorExpression{Span: t.Span}
	}
	if t.kind == KindRedirectIn {
		p.failWith(t.Span, "RedirectionNotSupported", false, t.text)
		return nil
	}
	return &FileRedirection{join(t.Span, target.Extent()), t.from, t.append, target}
}
