package parser

// function parses function, filter and workflow.
func (p *parser) function() Statement {
	keyword := p.take()
	p.skipNewlines()
	name := p.functionName()
	if name == nil {
		p.missing(after(keyword.Span), "MissingNameAfterKeyword", keyword.text)
		return p.errorFrom(keyword.Span)
	}
	f := &FunctionDefinition{Name: name.value, IsFilter: keyword.value == "filter", IsWorkflow: keyword.value == "workflow"}
	p.skipNewlines()
	if open := p.accept(KindLParen); open != nil {
		errors := len(*p.errors)
		f.Parameters = p.parameters()
		p.closeParen("MissingEndParenthesisInFunctionParameterList")
		p.skipNewlines()
		if len(*p.errors) > errors && !p.is(KindLCurly) {
			return p.errorFrom(keyword.Span)
		}
	}
	open := p.accept(KindLCurly)
	if open == nil {
		p.missing(after(p.last), "MissingFunctionBody")
		return p.errorFrom(keyword.Span)
	}
	f.Body = p.scriptBlock(open, f.IsFilter)
	f.Span = join(keyword.Span, f.Body.Span)
	return f
}

// functionName takes the token that names a function.
func (p *parser) functionName() *token {
	t := p.peekTok()
	switch t.kind {
	case KindEOF, KindNewLine, KindSemi, KindLParen, KindRParen, KindLCurly, KindRCurly, KindPipe,
		KindComma, KindAmpersand, KindAndAnd, KindOrOr:
		return nil
	}
	p.take()
	if t.kind != KindWord {
		n := *t
		n.value = t.text
		if t.kind == KindString {
			n.value = t.value
		}
		return &n
	}
	return t
}

// usingStatement parses using; nil when the word behind it says nothing known,
// with the error recorded.
func (p *parser) usingStatement() *UsingStatement {
	keyword := p.take()
	t := p.peekTok()
	kinds := map[string]UsingKind{"namespace": UsingNamespace, "module": UsingModule, "assembly": UsingAssembly,
		"type": UsingType, "command": UsingCommand}
	kind, ok := kinds[lower(t.text)]
	if !ok || t.kind != KindWord && t.kind != KindKeyword {
		p.missing(after(keyword.Span), "MissingUsingStatementDirective")
		return nil
	}
	p.take()
	u := &UsingStatement{Span: keyword.Span, Kind: kind}
	value := p.argument(argumentSingle)
	switch v := value.(type) {
	case nil:
		p.missing(after(t.Span), "MissingUsingItemName")
		return u
	case *StringConstant:
		u.Name = v
	case *Hashtable:
		u.Module = v
	default:
		p.failWith(value.Extent(), "InvalidValueForUsingItemName", false, p.source.Slice(value.Extent()))
	}
	u.End = value.Extent().End
	if eq := p.peekTok(); eq.kind == KindAssign {
		p.take()
		if alias, ok := p.argument(argumentSingle).(*StringConstant); ok {
			u.Alias, u.Name = u.Name, alias
			u.End = alias.End
		}
	}
	switch p.kind() {
	case KindNewLine, KindSemi, KindEOF:
	default:
		p.missing(after(u.Span), "MissingUsingStatementTerminator")
	}
	return u
}

// dataStatement parses `data [name] [-SupportedCommand list] { }`.
func (p *parser) dataStatement() Statement {
	keyword := p.take()
	d := &DataStatement{}
	p.skipNewlines()
	if t := p.peekTok(); t.kind == KindWord {
		p.take()
		d.Variable = t.value
	}
	p.skipNewlines()
	if t := p.accept(KindParameter); t != nil {
		switch e := p.argument(argumentList).(type) {
		case nil:
			p.missing(after(t.Span), "MissingValueForSupportedCommandInDataStatement")
		case *ArrayLiteral:
			d.Commands = e.Elements
		default:
			d.Commands = []Expression{e}
		}
	}
	if d.Body = p.statementBlock(); d.Body == nil {
		p.missing(after(p.last), "MissingStatementBlockForDataSection")
		return p.errorFrom(keyword.Span)
	}
	d.Span = join(keyword.Span, d.Body.Span)
	return d
}
