package parser

import "strings"

// argumentContext tells what kind of argument is read.
type argumentContext int

const (
	// argumentList allows `a, b`.
	argumentList argumentContext = iota
	// argumentSingle is one value: a file name, a switch pattern.
	argumentSingle
	// argumentName is a command name.
	argumentName
)

// command parses a command with its arguments; nil when none starts here.
func (p *parser) command() *Command {
	defer p.restore(p.setMode(commandMode))
	comma := p.noComma
	p.noComma = false
	defer func() { p.noComma = comma }()
	first := p.peekTok()
	c := &Command{Span: first.Span}
	switch first.kind {
	case KindDot, KindAmpersand:
		p.take()
		c.Invocation = InvokeCall
		if first.kind == KindDot {
			c.Invocation = InvokeDot
		}
	}
	name := p.commandName()
	if name == nil {
		if c.Invocation != InvokeNone {
			p.failWith(first.Span, "MissingExpression", false, first.text)
		}
		return nil
	}
	c.Elements = append(c.Elements, name.(CommandElement))
	c.End = name.Extent().End
	p.renote(name.Extent(), KindCommand)
	p.commandElements(c)
	return c
}

// commandName parses what a command begins with: a redirection operator there
// is a name like any other.
func (p *parser) commandName() Expression {
	switch t := p.peekTok(); t.kind {
	case KindRedirect, KindMerge, KindRedirectIn:
		p.take()
		return &StringConstant{Span: t.Span, Value: t.text, Quote: BareWord}
	}
	return p.argument(argumentName)
}

// commandElements parses arguments, parameters and redirections.
func (p *parser) commandElements(c *Command) {
	literal := false
	for {
		t := p.peekTok()
		var e CommandElement
		switch t.kind {
		case KindEOF, KindNewLine, KindSemi, KindRParen, KindRCurly, KindPipe, KindAndAnd, KindOrOr, KindAmpersand:
			return
		case KindRedirect, KindMerge, KindRedirectIn:
			r, end := p.redirections()
			c.Redirections = append(c.Redirections, r...)
			c.End = max(c.End, end)
			continue
		case KindComma:
			p.take()
			p.failWith(t.Span, "MissingArgument", false)
			p.skipNewlines()
			continue
		case KindMinusMinus:
			p.take()
			literal = true
			e = p.word(t).(CommandElement)
		case KindVerbatim:
			p.take()
			e = p.word(t).(CommandElement)
			c.Elements = append(c.Elements, e)
			c.End = t.End
			p.verbatim(c)
			continue
		case KindParameter:
			if literal {
				e, _ = p.argument(argumentList).(CommandElement)
			} else {
				p.take()
				e = p.commandParameter(t)
			}
		default:
			e, _ = p.argument(argumentList).(CommandElement)
		}
		if e == nil {
			return
		}
		c.Elements = append(c.Elements, e)
		c.End = max(c.End, e.Extent().End)
	}
}

// verbatim takes the rest of a line behind `--%` as one argument.
func (p *parser) verbatim(c *Command) {
	for isSpace(p.peek()) {
		p.next()
	}
	start := p.pos
	quoted := false
	for r := p.peek(); r != eof && !isNewline(r); r = p.peek() {
		two := p.peekAt(1)
		if !quoted && (r == '|' || r == '&' && two == '&') {
			break
		}
		if isDoubleQuote(r) {
			quoted = !quoted
		}
		p.next()
	}
	if p.pos > start {
		text := p.src[start:p.pos]
		span := p.span(start, p.pos)
		c.Elements = append(c.Elements, &StringConstant{Span: span, Value: text})
		c.End = span.End
		p.last = span
	}
}

// commandParameter parses the argument of `-name:`.
func (p *parser) commandParameter(t *token) CommandElement {
	e := &CommandParameter{Span: t.Span, Name: t.value, NameSpan: t.Span}
	if !t.colon {
		return e
	}
	e.Argument = p.argument(argumentList)
	if e.Argument == nil {
		p.failWith(after(t.Span), "ParameterRequiresArgument", false, t.text)
		return e
	}
	e.End = e.Argument.Extent().End
	return e
}

// argument parses one argument of a command; nil when none follows.
func (p *parser) argument(context argumentContext) Expression {
	defer p.restore(p.setMode(commandMode))
	var list []Expression
	var comma *token
	for {
		e := p.argumentItem(context)
		if e == nil {
			if comma == nil {
				return nil
			}
			p.missing(after(comma.Span), "MissingExpression", ",")
			return errorList(list, comma)
		}
		if context != argumentList {
			return e
		}
		if !p.is(KindComma) {
			if list == nil {
				return e
			}
			list = append(list, e)
			return &ArrayLiteral{Span: join(list[0].Extent(), e.Extent()), Elements: list}
		}
		list = append(list, e)
		comma = p.take()
		p.skipNewlines()
	}
}

// errorList stands for a list of arguments that ends with a comma.
func errorList(list []Expression, comma *token) Expression {
	e := &ErrorExpression{Span: join(list[0].Extent(), comma.Span)}
	for _, item := range list {
		e.Nested = append(e.Nested, item)
	}
	return e
}

func (p *parser) argumentItem(context argumentContext) Expression {
	t := p.peekTok()
	switch t.kind {
	case KindEOF, KindNewLine, KindSemi, KindRParen, KindRCurly, KindPipe, KindAndAnd, KindOrOr,
		KindAmpersand, KindComma, KindRedirect, KindMerge, KindRedirectIn:
		return nil
	case KindVariable, KindSplat, KindNumber, KindString, KindExpandable, KindLParen, KindAtParen,
		KindAtCurly, KindDollarParen, KindLCurly:
		return p.primary(true)
	case KindInvalid:
		p.take()
		return &ErrorExpression{Span: t.Span}
	}
	p.take()
	if t.kind == KindParameter {
		return p.parameterAsWord(t)
	}
	if context != argumentName && (t.kind == KindKeyword || t.kind == KindWord && lateKeyword(t.text)) {
		p.renote(t.Span, KindArgument)
	}
	return p.word(t)
}

// lateKeyword reports whether a word is a keyword in a few places only.
func lateKeyword(word string) bool {
	switch strings.ToLower(word) {
	case "default", "hidden", "in", "static":
		return true
	}
	return false
}

// parameterAsWord turns `-x` where no parameter can stand into a bare word,
// with everything up to the next white space.
func (p *parser) parameterAsWord(t *token) Expression {
	p.ahead = nil
	word := p.generic(t.pos)
	p.note(word, KindWord)
	return p.word(word)
}

// word turns a token into a bare-word string.
func (p *parser) word(t *token) Expression {
	if t.kind == KindExpandable {
		return p.stringOf(t)
	}
	value := t.text
	if t.kind == KindWord {
		value = t.value
	} else if strings.HasPrefix(t.text, "'") {
		value = t.value
	}
	return &StringConstant{Span: t.Span, Value: value, Quote: BareWord}
}
