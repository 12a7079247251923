package parser

import "strings"

func lower(s string) string { return strings.ToLower(s) }

// typeDefinition parses class and enum with the attributes before them.
func (p *parser) typeDefinition(attributes []AttributeBase) Statement {
	keyword := p.take()
	p.skipNewlines()
	name := p.simpleName()
	if name == nil {
		p.missing(after(keyword.Span), "MissingNameAfterKeyword", keyword.text)
		return &ErrorStatement{Span: keyword.Span}
	}
	p.renote(name.Span, KindType)
	defer p.restore(p.setMode(expressionMode))
	p.types = true
	d := &TypeDefinition{Span: keyword.Span, Name: name.text, NameSpan: name.Span}
	if len(attributes) > 0 {
		d.Start = attributes[0].Extent().Start
	}
	if keyword.value == "enum" {
		d.Kind = EnumType
	}
	p.skipNewlines()
	if colon := p.accept(KindColon); colon != nil {
		p.baseTypes(d, colon)
	}
	p.skipNewlines()
	open := p.accept(KindLCurly)
	if open == nil {
		return p.typeWithoutBody(d, keyword, name)
	}
	wrong := p.typeMembers(d)
	p.closeType(d, open)
	return definitionWith(d, attributes, wrong)
}

// definitionWith gives a type its attributes. Types among them, and what could
// not be read of a member, make it an error statement.
func definitionWith(d *TypeDefinition, attributes []AttributeBase, wrong []Node) Statement {
	types := false
	for _, a := range attributes {
		if attribute, ok := a.(*Attribute); ok {
			d.Attributes = append(d.Attributes, attribute)
			continue
		}
		types, wrong = true, append(wrong, a)
	}
	if types {
		wrong = append(wrong, d)
	}
	if len(wrong) > 0 {
		return &ErrorStatement{Span: d.Span, Nested: wrong}
	}
	return d
}

func (p *parser) typeWithoutBody(d *TypeDefinition, keyword, name *token) Statement {
	last := name.Span
	e := &ErrorStatement{}
	if n := len(d.Bases); n > 0 && d.Kind == ClassType {
		last = d.Bases[n-1].Span
		for _, b := range d.Bases {
			e.Nested = append(e.Nested, b)
		}
	}
	p.missing(after(last), "MissingTypeBody", keyword.value)
	e.Span = join(keyword.Span, last)
	return e
}

// closeType consumes the closing brace of a type.
func (p *parser) closeType(d *TypeDefinition, open *token) {
	if c := p.accept(KindRCurly); c != nil {
		d.End = c.End
		return
	}
	d.End = max(open.End, p.last.End)
	p.missingSince(after(open.Span), p.peekTok().Span, "MissingEndCurlyBrace")
}

func (p *parser) baseTypes(d *TypeDefinition, colon *token) {
	last := colon
	for {
		if p.ahead != nil {
			p.resync(p.ahead)
		}
		p.skipNewlinesRaw()
		name := p.typeName(true)
		if name == nil {
			p.missing(after(last.Span), "TypeNameExpected")
			return
		}
		if d.Kind == EnumType && !isIntegerType(name) {
			p.failWith(name.Span, "InvalidUnderlyingType", false, name.Name)
		}
		d.Bases = append(d.Bases, &TypeConstraint{name.Span, name})
		p.skipNewlines()
		comma := p.accept(KindComma)
		if comma == nil || d.Kind == EnumType {
			return
		}
		last = comma
	}
}

// integerTypes are the types whose values an enum may have.
var integerTypes = map[string]bool{"byte": true, "sbyte": true, "short": true, "ushort": true, "int": true, "uint": true, "long": true,
	"ulong": true, "int16": true, "uint16": true, "int32": true, "uint32": true, "int64": true, "uint64": true}

func isIntegerType(t *TypeName) bool {
	name := strings.TrimPrefix(lower(t.Name), "system.")
	return t.ElementOf == nil && len(t.Args) == 0 && integerTypes[name]
}

// typeMembers reads the members; the result is what could not be read.
func (p *parser) typeMembers(d *TypeDefinition) []Node {
	var wrong []Node
	for {
		p.skipTerminators()
		if p.is(KindEOF) {
			return wrong
		}
		m, failed := Member(nil), []Node(nil)
		if d.Kind == EnumType {
			m = p.enumMember()
		} else {
			m, failed = p.classMember(d)
		}
		wrong = append(wrong, failed...)
		if m == nil && failed == nil {
			return wrong
		}
		if m != nil {
			d.Members = append(d.Members, m)
		}
	}
}

func (p *parser) enumMember() Member {
	t := p.simpleName()
	if t == nil {
		return nil
	}
	p.renote(t.Span, KindMember)
	m := &PropertyMember{Span: t.Span, Name: t.text, Static: true}
	if eq := p.accept(KindAssign); eq != nil {
		if m.Initial = p.expression(); m.Initial == nil {
			p.failWith(after(eq.Span), "ExpectedValueExpression", false, eq.text)
			m.End = eq.End
			p.memberTerminator(&m.Span, true)
			return m
		}
		m.End = m.Initial.Extent().End
	}
	p.memberTerminator(&m.Span, false)
	return m
}

// memberTerminator passes over the end of a property; silent says that an
// error was found in it already.
func (p *parser) memberTerminator(member *Span, silent bool) {
	t := p.peekTok()
	switch t.kind {
	case KindSemi:
		member.End = t.End
	case KindNewLine, KindRCurly:
	default:
		if !silent {
			p.missing(after(*member), "MissingPropertyTerminator")
		}
	}
	p.skipTerminators()
}

// memberHead is what stands before the name of a class member.
type memberHead struct {
	start          Span
	attributes     []*Attribute
	typ            *TypeConstraint
	static, hidden bool
	// last is the end of what was read, set when there was anything.
	last *Span
}

// nodes are the attributes and the type.
func (h *memberHead) nodes() []Node {
	nodes := []Node{}
	for _, a := range h.attributes {
		nodes = append(nodes, a)
	}
	if h.typ != nil {
		nodes = append(nodes, h.typ)
	}
	return nodes
}

func (p *parser) memberHead() memberHead {
	h := memberHead{start: p.peekTok().Span}
	for {
		t := p.peekTok()
		switch {
		case t.kind == KindLBracket:
			a := p.attribute()
			if a == nil {
				return h
			}
			span := a.Extent()
			h.last = &span
			h.add(p, a)
		case t.kind == KindKeyword && (t.value == "static" || t.value == "hidden"):
			p.take()
			h.last = &t.Span
			flag := &h.static
			if t.value == "hidden" {
				flag = &h.hidden
			}
			if *flag {
				p.failWith(t.Span, "DuplicateQualifier", false, t.text)
			}
			*flag = true
		default:
			return h
		}
		p.skipNewlines()
	}
}

func (h *memberHead) add(p *parser, a AttributeBase) {
	switch a := a.(type) {
	case *Attribute:
		h.attributes = append(h.attributes, a)
	case *TypeConstraint:
		if h.typ != nil {
			p.failWith(a.Span, "TooManyTypes", false)
			return
		}
		h.typ = a
	}
}

// classMember reads a property or method. Without one the second result is
// what could be read of it, nil where no member begins.
func (p *parser) classMember(d *TypeDefinition) (Member, []Node) {
	h := p.memberHead()
	t := p.peekTok()
	switch t.kind {
	case KindVariable:
		p.take()
		return p.property(h, t), nil
	case KindWord, KindKeyword:
		p.take()
		p.renote(t.Span, KindMember)
		if m := p.method(d, h, t); m != nil {
			return m, nil
		}
		p.pastBraces()
		return nil, h.nodes()
	}
	if h.last != nil {
		p.missing(after(*h.last), "IncompleteMemberDefinition")
		return nil, h.nodes()
	}
	return nil, nil
}

func (p *parser) property(h memberHead, t *token) Member {
	m := &PropertyMember{Span: join(h.start, t.Span), Name: t.value, Attributes: h.attributes, Type: h.typ,
		Static: h.static, Hidden: h.hidden}
	if p.accept(KindAssign) != nil {
		p.skipNewlines()
		if m.Initial = p.expression(); m.Initial != nil {
			m.End = m.Initial.Extent().End
		}
	}
	p.memberTerminator(&m.Span, false)
	return m
}

// method reads a method or constructor behind its name; nil when it is broken.
func (p *parser) method(d *TypeDefinition, h memberHead, name *token) Member {
	m := &FunctionMember{Span: join(h.start, name.Span), Name: name.text, NameSpan: name.Span, Attributes: h.attributes, ReturnType: h.typ,
		Static: h.static, Hidden: h.hidden, Constructor: strings.EqualFold(name.text, d.Name)}
	end, whole := p.methodParameters(m, name)
	var base *InvokeMemberExpression
	if m.Constructor && !m.Static {
		p.skipNewlines()
		var ok bool
		if base, ok = p.baseConstructor(); !ok {
			whole = false
		}
	}
	open := p.accept(KindLCurly)
	if open == nil {
		if whole {
			p.missing(after(end), "MissingFunctionBody")
		}
		return nil
	}
	if !whole {
		p.resync(open)
		return nil
	}
	m.Body = p.scriptBlock(open, false)
	if m.Constructor && !m.Static {
		prependBase(m.Body, base)
	}
	m.End = m.Body.Span.End
	return m
}

// methodParameters reads the parameter list of a method; end is where it ends,
// whole that it did.
func (p *parser) methodParameters(m *FunctionMember, name *token) (end Span, whole bool) {
	open := p.accept(KindLParen)
	if open == nil {
		p.missing(after(name.Span), "MissingMethodParameterList")
		return name.Span, true
	}
	m.Parameters = p.parameters()
	end, whole = p.closeParameters(m.Parameters, open)
	p.skipNewlines()
	return end, whole
}

// baseConstructor parses `: base(args)`; false when it is broken.
func (p *parser) baseConstructor() (*InvokeMemberExpression, bool) {
	colon := p.accept(KindColon)
	if colon == nil {
		return nil, true
	}
	p.skipNewlines()
	t := p.peekTok()
	if t.kind != KindWord || !strings.EqualFold(t.text, "base") {
		p.missing(after(colon.Span), "MissingBaseCtorCall")
		return nil, false
	}
	p.take()
	p.skipNewlines()
	if !p.is(KindLParen) {
		p.missing(after(t.Span), "MissingMethodParameterList")
		return nil, false
	}
	e := baseCall(t.Span)
	args, end := p.callArguments()
	e.Arguments, e.Span = args, join(t.Span, end)
	p.skipNewlines()
	return e, true
}

// baseCall is the call of the base constructor without arguments.
func baseCall(at Span) *InvokeMemberExpression {
	return &InvokeMemberExpression{Span: at, BaseConstructor: true,
		Target: &VariableExpression{Span: at, Name: "this"},
		Member: &StringConstant{Span: at, Value: ".ctor"}}
}

// prependBase makes the call of the base constructor the first statement.
func prependBase(b *ScriptBlock, base *InvokeMemberExpression) {
	if base == nil {
		return
	}
	call := &Pipeline{Span: base.Span, Elements: []PipelineElement{&CommandExpression{Span: base.Span, Expression: base}}}
	if b.End != nil {
		b.End.Statements = append([]Statement{call}, b.End.Statements...)
	}
}
