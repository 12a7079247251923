package xmldom

import (
	"slices"
	"strconv"
	"strings"
)

// xpathExpression is a part of an XPath that has a value.
type xpathExpression interface {
	eval(c *xpathContext) (xpathValue, error)
}

type (
	// xpathBinary is an operator between two expressions.
	xpathBinary struct {
		operator    string
		left, right xpathExpression
	}
	xpathNegative struct{ operand xpathExpression }
	xpathConstant struct{ value xpathValue }
	xpathCall     struct {
		function xpathFunction
		args     []xpathExpression
	}
	// xpathPath is a location path. It starts at the root, at the nodes of
	// another expression, or where it is evaluated.
	xpathPath struct {
		fromRoot bool
		start    xpathExpression
		filters  []xpathExpression
		steps    []xpathStep
	}
	// xpathStep is one step of a path: nodes on an axis that pass a test and
	// all predicates.
	xpathStep struct {
		axis, test string
		// kind is set for tests such as text(): the name before the brackets.
		kind       string
		predicates []xpathExpression
	}
)

// xpathLevels are the operators from those that bind least.
var xpathLevels = [...][]string{{"or"}, {"and"}, {"=", "!="}, {"<", "<=", ">", ">="}, {"+", "-"}, {"*", "div", "mod"}}

// xpathParser reads tokens; the first error stays.
type xpathParser struct {
	text   string
	tokens []xpathToken
	err    error
}

func parseXPath(text string) (xpathExpression, error) {
	tokens, err := xpathTokens(text)
	if err != nil {
		return nil, err
	}
	p := &xpathParser{text: text, tokens: tokens}
	e := p.expression(0)
	if p.peek() != tokenEnd {
		p.fail()
	}
	return e, p.err
}

func (p *xpathParser) peek() string { return p.tokens[0].kind }

func (p *xpathParser) next() xpathToken {
	t := p.tokens[0]
	if t.kind != tokenEnd {
		p.tokens = p.tokens[1:]
	}
	return t
}

// take reads a symbol if it is the next one.
func (p *xpathParser) take(kind string) bool {
	if p.peek() != kind {
		return false
	}
	p.next()
	return true
}

func (p *xpathParser) expect(kind string) {
	if !p.take(kind) {
		p.fail()
	}
}

func (p *xpathParser) fail() {
	if p.err == nil {
		p.err = xpathError("'%s' has an invalid token.", p.text)
	}
	p.tokens = []xpathToken{{kind: tokenEnd}}
}

func (p *xpathParser) expression(level int) xpathExpression {
	if level == len(xpathLevels) {
		return p.unary()
	}
	left := p.expression(level + 1)
	for slices.Contains(xpathLevels[level], p.peek()) {
		operator := p.next().kind
		left = &xpathBinary{operator, left, p.expression(level + 1)}
	}
	return left
}

func (p *xpathParser) unary() xpathExpression {
	if p.take("-") {
		return &xpathNegative{p.unary()}
	}
	left := p.path()
	for p.take("|") {
		left = &xpathBinary{"|", left, p.path()}
	}
	return left
}

// path reads a location path, or a primary expression with what follows it.
func (p *xpathParser) path() xpathExpression {
	path := &xpathPath{}
	switch {
	case p.startsPrimary():
		e := p.primary()
		if k := p.peek(); k != "[" && k != "/" && k != "//" {
			return e
		}
		path.start, path.filters = e, p.predicates()
	case p.take("/"):
		path.fromRoot = true
		if !p.startsStep() {
			return path
		}
		path.steps = append(path.steps, p.step())
	case p.peek() == "//":
		path.fromRoot = true
	default:
		path.steps = append(path.steps, p.step())
	}
	for {
		switch {
		case p.take("//"):
			path.steps = append(path.steps, xpathStep{axis: "descendant-or-self", kind: "node"}, p.step())
		case p.take("/"):
			path.steps = append(path.steps, p.step())
		default:
			return path
		}
	}
}

func (p *xpathParser) startsStep() bool {
	switch p.peek() {
	case tokenName, "*", ".", "..", "@":
		return true
	}
	return false
}

// startsPrimary reports whether an expression that is no path begins.
func (p *xpathParser) startsPrimary() bool {
	switch p.peek() {
	case tokenLiteral, tokenNumber, "(", "$":
		return true
	case tokenName:
		return len(p.tokens) > 1 && p.tokens[1].kind == "(" && !isNodeType(p.tokens[0].text)
	}
	return false
}

func isNodeType(name string) bool {
	return name == "text" || name == "node" || name == "comment" || name == "processing-instruction"
}

func (p *xpathParser) primary() xpathExpression {
	switch t := p.next(); t.kind {
	case tokenLiteral:
		return &xpathConstant{xpathValue{kind: xpathText, text: t.text}}
	case tokenNumber:
		n, err := strconv.ParseFloat(t.text, 64)
		if err != nil {
			p.fail()
		}
		return &xpathConstant{numberValue(n)}
	case "(":
		e := p.expression(0)
		p.expect(")")
		return e
	case tokenName:
		return p.call(t.text)
	}
	if p.err == nil {
		p.err = xpathError("Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.")
	}
	p.fail()
	return nil
}

func (p *xpathParser) call(name string) xpathExpression {
	f, ok := xpathFunctions[name]
	if !ok && p.err == nil {
		p.err = xpathError("Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.")
	}
	p.expect("(")
	out := &xpathCall{function: f}
	for p.peek() != ")" && p.peek() != tokenEnd {
		out.args = append(out.args, p.expression(0))
		if !p.take(",") {
			break
		}
	}
	p.expect(")")
	if ok && (len(out.args) < f.least || len(out.args) > f.most) && p.err == nil {
		p.err = xpathError("Function '%s' in '%s' has an invalid number of arguments.", name, p.text)
	}
	return out
}

func (p *xpathParser) step() xpathStep {
	switch {
	case p.take("."):
		return xpathStep{axis: "self", kind: "node", predicates: p.predicates()}
	case p.take(".."):
		return xpathStep{axis: "parent", kind: "node", predicates: p.predicates()}
	}
	s := xpathStep{axis: "child"}
	switch {
	case p.take("@"):
		s.axis = "attribute"
	case p.peek() == tokenName && len(p.tokens) > 1 && p.tokens[1].kind == "::":
		s.axis = p.next().text
		p.next()
		if xpathAxes[s.axis] == nil {
			p.fail()
		}
	}
	p.nodeTest(&s)
	s.predicates = p.predicates()
	return s
}

func (p *xpathParser) nodeTest(s *xpathStep) {
	switch t := p.next(); {
	case t.kind == "*":
		s.test = "*"
	case t.kind != tokenName || strings.HasSuffix(t.text, ":"):
		p.fail()
	case isNodeType(t.text) && p.take("("):
		s.kind = t.text
		if p.peek() == tokenLiteral {
			p.next()
		}
		p.expect(")")
	default:
		s.test = t.text
	}
}

func (p *xpathParser) predicates() []xpathExpression {
	var out []xpathExpression
	for p.take("[") {
		out = append(out, p.expression(0))
		p.expect("]")
	}
	return out
}
