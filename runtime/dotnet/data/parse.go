package data

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// exprParser reads an expression of System.Data by precedence: OR, AND, NOT,
// comparisons, sums, products, signs.
type exprParser struct {
	tokens []token
	at     int
}

// parseExpression reads a whole expression.
func parseExpression(text string) (node, error) {
	all, err := tokens(text)
	if err != nil {
		return nil, err
	}
	p := &exprParser{tokens: all}
	n, err := p.or()
	if err != nil {
		return nil, err
	}
	if t := p.peek(); t.kind != tokenEnd {
		if t.sign(")") {
			return nil, dotnet.Throw(exSyntax, "The expression has too many closing parentheses.")
		}
		return nil, dotnet.Throw(exSyntax, "Syntax error: Missing operand before '%s' operator.", t.shown())
	}
	return n, nil
}

func (t token) shown() string {
	if t.kind == tokenValue {
		return dotnet.ToText(nil, t.v)
	}
	return t.text
}

func (p *exprParser) peek() token { return p.tokens[p.at] }

func (p *exprParser) next() token {
	t := p.tokens[p.at]
	if t.kind != tokenEnd {
		p.at++
	}
	return t
}

// takeWord goes past that word if it is next.
func (p *exprParser) takeWord(w string) bool {
	if p.peek().word(w) {
		p.at++
		return true
	}
	return false
}

func (p *exprParser) takeSign(s string) bool {
	if p.peek().sign(s) {
		p.at++
		return true
	}
	return false
}

func (p *exprParser) or() (node, error) {
	left, err := p.and()
	for err == nil && p.takeWord("OR") {
		var right node
		if right, err = p.and(); err == nil {
			left = logic{left, right, true}
		}
	}
	return left, err
}

func (p *exprParser) and() (node, error) {
	left, err := p.not()
	for err == nil && p.takeWord("AND") {
		var right node
		if right, err = p.not(); err == nil {
			left = logic{left, right, false}
		}
	}
	return left, err
}

func (p *exprParser) not() (node, error) {
	if !p.takeWord("NOT") {
		return p.comparison()
	}
	of, err := p.not()
	return negation{of: of}, err
}

func (p *exprParser) comparison() (node, error) {
	left, err := p.sum()
	if err != nil {
		return nil, err
	}
	for _, op := range [...]string{"=", "<>", "<=", ">=", "<", ">"} {
		if p.takeSign(op) {
			right, err := p.sum()
			return comparison{op, left, right}, err
		}
	}
	negated := p.takeWord("NOT")
	var test node
	switch {
	case p.takeWord("LIKE"):
		pattern, err := p.sum()
		if err != nil {
			return nil, err
		}
		test = likeTest{left, pattern}
	case p.takeWord("IN"):
		list, err := p.list()
		if err != nil {
			return nil, err
		}
		test = membership{left, list}
	case !negated && p.takeWord("IS"):
		not := p.takeWord("NOT")
		if !p.takeWord("NULL") {
			return nil, dotnet.Throw(exSyntax, "Syntax error: Invalid usage of 'Is' operator. Correct syntax: <expression> Is [Not] Null.")
		}
		return nullTest{left, not}, nil
	case negated:
		return nil, dotnet.Throw(exSyntax, "Syntax error: Missing operand before 'Not' operator.")
	default:
		return left, nil
	}
	if negated {
		return negation{of: test}, nil
	}
	return test, nil
}

// list reads "(a, b)".
func (p *exprParser) list() ([]node, error) {
	if !p.takeSign("(") {
		return nil, dotnet.Throw(exSyntax, "Syntax error: The items following the IN keyword must be separated by commas and be enclosed in parentheses.")
	}
	var out []node
	for {
		item, err := p.or()
		if err != nil {
			return nil, err
		}
		out = append(out, item)
		if p.takeSign(",") {
			continue
		}
		if !p.takeSign(")") {
			return nil, dotnet.Throw(exSyntax, "The expression is missing the closing parenthesis.")
		}
		return out, nil
	}
}

func (p *exprParser) sum() (node, error) { return p.chain("+-", p.product) }

func (p *exprParser) product() (node, error) { return p.chain("*/%", p.signed) }

// chain reads operands joined by signs of one precedence.
func (p *exprParser) chain(signs string, operand func() (node, error)) (node, error) {
	left, err := operand()
	for err == nil {
		t := p.peek()
		if t.kind != tokenSign || !strings.Contains(signs, t.text) {
			break
		}
		p.at++
		var right node
		if right, err = operand(); err == nil {
			left = sum{t.text, left, right}
		}
	}
	return left, err
}

func (p *exprParser) signed() (node, error) {
	if p.takeSign("-") {
		of, err := p.signed()
		return negation{of: of, sign: true}, err
	}
	p.takeSign("+")
	return p.operand()
}

func (p *exprParser) operand() (node, error) {
	switch t := p.next(); {
	case t.kind == tokenValue:
		return constant{t.v}, nil
	case t.kind == tokenColumn:
		return columnRef{t.text}, nil
	case t.sign("("):
		inner, err := p.or()
		if err == nil && !p.takeSign(")") {
			err = dotnet.Throw(exSyntax, "The expression is missing the closing parenthesis.")
		}
		return inner, err
	case t.kind == tokenName && p.peek().sign("("):
		return p.function(t.text)
	case t.word("NULL"):
		return constant{value.DBNull}, nil
	case t.word("TRUE"):
		return constant{value.True}, nil
	case t.word("FALSE"):
		return constant{value.False}, nil
	case t.kind == tokenName:
		return columnRef{t.text}, nil
	}
	if p.at > 1 {
		return nil, dotnet.Throw(exSyntax, "Syntax error: Missing operand after '%s' operator.", p.before())
	}
	return nil, dotnet.Throw(exSyntax, "Syntax error in the expression.")
}

// before is the operator behind which an operand is missing.
func (p *exprParser) before() string {
	at := p.at - 1
	if p.tokens[p.at].kind != tokenEnd && at > 0 {
		at--
	}
	return p.tokens[at].shown()
}
