package parser

import "strings"

// function parses function, filter and workflow.
func (p *parser) function() Statement {
	keyword := p.take()
	p.skipNewlines()
	name := p.functionName()
	if name == nil {
		p.missing(after(keyword.Span), "MissingNameAfterKeyword", keyword.text)
		return &ErrorStatement{Span: keyword.Span}
	}
	f := &FunctionDefinition{Name: name.value, NameSpan: name.Span, IsFilter: keyword.value == "filter", IsWorkflow: keyword.value == "workflow"}
	p.skipNewlines()
	end, whole := name.Span, true
	if open := p.accept(KindLParen); open != nil {
		f.Parameters = p.parameters()
		end, whole = p.closeParameters(f.Parameters, open)
		p.skipNewlines()
	}
	open := p.accept(KindLCurly)
	if open == nil || !whole {
		if open != nil {
			p.resync(open)
		}
		if whole {
			p.missing(after(end), "MissingFunctionBody")
		}
		e := &ErrorStatement{Span: join(keyword.Span, end)}
		for _, q := range f.Parameters {
			e.Nested = append(e.Nested, q)
		}
		return e
	}
	f.Body = p.scriptBlock(open, f.IsFilter)
	f.Span = join(keyword.Span, f.Body.Span)
	return f
}

// functionName takes the token that names a function.
func (p *parser) functionName() *token {
	t := p.peekTok()
	switch t.kind {
	case KindPipe, KindLParen, KindLCurly, KindAtParen, KindAtCurly, KindRCurly, KindRParen, KindEOF, KindSemi,
		KindRedirect, KindMerge, KindRedirectIn, KindAndAnd, KindOrOr, KindAmpersand, KindVariable, KindSplat:
		return nil
	case KindString, KindExpandable:
		if t.quote != BareWord {
			return nil
		}
	}
	p.take()
	if t.kind != KindWord {
		n := *t
		n.value = t.text
		return &n
	}
	return t
}

// usingKinds are the words that may follow using.
var usingKinds = map[string]UsingKind{"namespace": UsingNamespace, "module": UsingModule, "assembly": UsingAssembly,
	"type": UsingType, "command": UsingCommand}

// usingStatement parses using; an error statement when it is broken.
func (p *parser) usingStatement() Statement {
	keyword := p.take()
	directive := p.peekTok()
	kind, ok := usingKinds[lower(directive.text)]
	if !ok || directive.kind != KindWord && directive.kind != KindKeyword {
		p.missing(after(keyword.Span), "MissingUsingStatementDirective")
		return &ErrorStatement{Span: keyword.Span}
	}
	p.take()
	u := &UsingStatement{Span: keyword.Span, Kind: kind}
	if wrong := p.usingItem(u, directive); wrong != nil {
		return wrong
	}
	if u.Module == nil && kind != UsingAssembly {
		if wrong := p.usingAlias(u); wrong != nil {
			return wrong
		}
	}
	switch t := p.peekTok(); t.kind {
	case KindNewLine, KindSemi:
		p.take()
	case KindEOF:
	default:
		p.missing(t.Span, "MissingStatementTerminator")
	}
	return u
}

// usingItem reads what is used; the result stands for a statement without it.
func (p *parser) usingItem(u *UsingStatement, directive *token) Statement {
	item := p.peekTok()
	switch item.kind {
	case KindEOF, KindNewLine, KindComma, KindSemi:
		p.take()
		p.missing(after(directive.Span), "MissingUsingItemName")
		return &ErrorStatement{Span: join(u.Span, directive.Span)}
	}
	value := p.argument(argumentList)
	if value == nil {
		p.failWith(item.Span, "InvalidValueForUsingItemName", false, item.text)
		for k := p.kind(); k != KindSemi && k != KindNewLine && k != KindEOF; k = p.kind() {
			p.take()
		}
		return &ErrorStatement{Span: join(u.Span, item.Span)}
	}
	u.End = value.Extent().End
	switch v := value.(type) {
	case *StringConstant:
		u.Name = v
		return nil
	case *Hashtable:
		if u.Kind == UsingModule {
			u.Module = v
			return nil
		}
	}
	p.failWith(value.Extent(), "InvalidValueForUsingItemName", false, p.source.Slice(value.Extent()))
	return &ErrorStatement{Span: u.Span}
}

// usingAlias reads `= name` behind what is used; types and commands must have
// it.
func (p *parser) usingAlias(u *UsingStatement) Statement {
	equals := p.accept(KindAssign)
	if equals == nil {
		if u.Kind == UsingNamespace || u.Kind == UsingModule {
			return nil
		}
		p.missing(after(u.Name.Span), "MissingEqualsInUsingAlias")
		return &ErrorStatement{Span: u.Span, Nested: []Node{u.Name}}
	}
	t := p.peekTok()
	switch t.kind {
	case KindEOF, KindNewLine, KindSemi:
		p.missing(after(equals.Span), "MissingNamespaceAlias")
		return &ErrorStatement{Span: join(u.Span, equals.Span)}
	case KindComma:
		p.take()
		p.failWith(t.Span, "UnexpectedUnaryOperator", false, t.text)
		return &ErrorStatement{Span: join(u.Span, t.Span)}
	}
	switch alias := p.argument(argumentList).(type) {
	case *StringConstant:
		u.Alias, u.End = alias, alias.End
	case *Hashtable:
		if u.Kind == UsingModule {
			u.Module, u.End = alias, alias.End
			return nil
		}
		return p.wrongAlias(u, alias, t)
	case nil:
		return p.wrongAlias(u, nil, t)
	default:
		return p.wrongAlias(u, alias, t)
	}
	return nil
}

func (p *parser) wrongAlias(u *UsingStatement, alias Expression, t *token) Statement {
	at := t.Span
	e := &ErrorStatement{Nested: []Node{u.Name}}
	if alias != nil {
		at = alias.Extent()
		e.Nested = append(e.Nested, alias)
	}
	p.failWith(at, "InvalidValueForUsingItemName", false, p.source.Slice(at))
	e.Span = join(u.Span, at)
	return e
}

// dataStatement parses `data [name] [-SupportedCommand list] { }`.
func (p *parser) dataStatement() Statement {
	keyword := p.take()
	d := &DataStatement{}
	end := keyword.Span
	p.skipNewlines()
	if t := p.simpleName(); t != nil {
		d.Variable, end = t.value, t.Span
	}
	p.skipNewlines()
	if t := p.accept(KindParameter); t != nil {
		if wrong := p.supportedCommands(d, t); wrong != nil {
			return p.brokenData(keyword.Span, *wrong, d)
		}
		end = d.Commands[len(d.Commands)-1].Extent()
	}
	if d.Body = p.statementBlock(); d.Body == nil {
		p.missing(after(end), "MissingStatementBlockForDataSection")
		return p.brokenData(keyword.Span, end, d)
	}
	d.Span = join(keyword.Span, d.Body.Span)
	return d
}

func (p *parser) brokenData(start, end Span, d *DataStatement) Statement {
	e := &ErrorStatement{Span: join(start, end)}
	for _, c := range d.Commands {
		e.Nested = append(e.Nested, c)
	}
	return e
}

// supportedCommands reads the list behind -SupportedCommand; the result is
// where it could no longer be read, or nil.
func (p *parser) supportedCommands(d *DataStatement, parameter *token) *Span {
	var wrong *Span
	if !strings.HasPrefix("supportedcommand", lower(parameter.value)) {
		wrong = &parameter.Span
		p.failWith(parameter.Span, "InvalidParameterForDataSectionStatement", false, parameter.value)
	}
	last := parameter.Span
	for {
		p.skipNewlines()
		e := p.argument(argumentName)
		if e == nil {
			if wrong == nil {
				p.missing(after(last), "MissingValueForSupportedCommandInDataSectionStatement")
			}
			return &last
		}
		d.Commands = append(d.Commands, e)
		comma := p.accept(KindComma)
		if comma == nil {
			return wrong
		}
		last = comma.Span
	}
}
