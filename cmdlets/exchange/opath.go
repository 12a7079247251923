package exchange

import (
	"strings"

	"exolab/runtime/value"
)

// condition is an OPATH filter: what -Filter takes.
type condition interface {
	// holds reports whether an object meets the condition.
	holds(env value.Env, o *value.PSObject) bool
}

type (
	allOf  [2]condition
	anyOf  [2]condition
	notAny struct{ condition }
	// comparison compares a property with a literal.
	comparison struct {
		property string // folded
		operator string // folded, without the dash
		literal  value.Value
	}
)

// opathTokens are the words, literals and parentheses of a filter.
type opathToken struct {
	text    string
	literal bool // it stood in quotes
	at      int
}

type opathParser struct {
	env    value.Env
	text   string
	tokens []opathToken
	next   int
}

// parseFilter reads a filter; the error is Exchange's.
func parseFilter(env value.Env, text string) (condition, error) {
	p := &opathParser{env: env, text: text}
	if at := p.scan(); at >= 0 {
		return nil, p.invalid(at)
	}
	c, ok := p.alternatives(0)
	if !ok || p.next < len(p.tokens) {
		return nil, p.invalid(p.position())
	}
	return c, nil
}

func (p *opathParser) invalid(at int) error {
	return invalidArgument("Cannot bind parameter 'Filter' to the target. Exception setting \"Filter\": \"Invalid filter syntax. For a description of the filter "+
		"parameter syntax see the command help.\n\"%s\" at position %d.\"", p.text, at+1)
}

func (p *opathParser) position() int {
	if p.next < len(p.tokens) {
		return p.tokens[p.next].at
	}
	return len(p.text)
}

// scan cuts the text into tokens; it returns where that fails, or -1.
func (p *opathParser) scan() int {
	for i := 0; i < len(p.text); {
		c := p.text[i]
		switch {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			i++
		case c == '(' || c == ')' || c == '!':
			p.tokens = append(p.tokens, opathToken{text: string(c), at: i})
			i++
		case c == '\'' || c == '"':
			text, end := quoted(p.text, i)
			if end < 0 {
				return i
			}
			p.tokens = append(p.tokens, opathToken{text: text, literal: true, at: i})
			i = end
		default:
			end := i
			for end < len(p.text) && !strings.ContainsRune(" \t\r\n()'\"", rune(p.text[end])) {
				end++
			}
			p.tokens = append(p.tokens, opathToken{text: p.text[i:end], at: i})
			i = end
		}
	}
	return -1
}

// quoted reads the literal at i, in which a doubled quote is one.
func quoted(text string, i int) (string, int) {
	var out strings.Builder
	for j := i + 1; j < len(text); j++ {
		if text[j] != text[i] {
			out.WriteByte(text[j])
			continue
		}
		if j+1 < len(text) && text[j+1] == text[i] {
			out.WriteByte(text[i])
			j++
			continue
		}
		return out.String(), j + 1
	}
	return "", -1
}

// word returns the next token folded, "" for a literal or the end.
func (p *opathParser) word() string {
	if p.next < len(p.tokens) && !p.tokens[p.next].literal {
		return value.Fold(p.tokens[p.next].text)
	}
	return ""
}

// maxFilterDepth bounds the nesting of parentheses.
const maxFilterDepth = 200

func (p *opathParser) alternatives(depth int) (condition, bool) {
	return p.chain(depth, "-or", p.conjunction, func(l, r condition) condition { return anyOf{l, r} })
}

func (p *opathParser) conjunction(depth int) (condition, bool) {
	return p.chain(depth, "-and", p.negation, func(l, r condition) condition { return allOf{l, r} })
}

func (p *opathParser) chain(depth int, operator string, operand func(int) (condition, bool), join func(l, r condition) condition) (condition, bool) {
	left, ok := operand(depth)
	for ok && p.word() == operator {
		p.next++
		var right condition
		if right, ok = operand(depth); ok {
			left = join(left, right)
		}
	}
	return left, ok
}

func (p *opathParser) negation(depth int) (condition, bool) {
	switch {
	case depth > maxFilterDepth:
		return nil, false
	case p.word() == "-not" || p.word() == "!":
		p.next++
		c, ok := p.negation(depth + 1)
		return notAny{c}, ok
	case p.word() == "(":
		p.next++
		c, ok := p.alternatives(depth + 1)
		if !ok || p.word() != ")" {
			return nil, false
		}
		p.next++
		return c, true
	}
	return p.comparison()
}

var opathOperators = map[string]bool{"eq": true, "ne": true, "like": true, "notlike": true, "gt": true, "ge": true, "lt": true, "le": true}

func (p *opathParser) comparison() (condition, bool) {
	property := p.word()
	if property == "" || property == ")" || strings.HasPrefix(property, "-") || p.next+2 >= len(p.tokens) {
		return nil, false
	}
	p.next++
	operator := strings.TrimPrefix(p.word(), "-")
	if !opathOperators[operator] || !strings.HasPrefix(p.word(), "-") {
		return nil, false
	}
	p.next++
	t := p.tokens[p.next]
	if !t.literal && (t.text == "(" || t.text == ")" || t.text == "!") {
		return nil, false
	}
	p.next++
	return &comparison{strings.TrimPrefix(property, "$_."), operator, p.literal(t)}, true
}

func (p *opathParser) literal(t opathToken) value.Value {
	name, variable := strings.CutPrefix(t.text, "$")
	if t.literal || !variable {
		return value.Str(t.text)
	}
	switch value.Fold(name) {
	case "true", "false":
		return value.Bool(strings.EqualFold(name, "true"))
	case "null":
		return value.Null
	}
	return p.env.Variable(name)
}

// checkProperties returns an error for a property that the objects lack.
func checkProperties(c condition, has func(folded string) bool) error {
	switch c := c.(type) {
	case allOf:
		return firstOf(checkProperties(c[0], has), checkProperties(c[1], has))
	case anyOf:
		return firstOf(checkProperties(c[0], has), checkProperties(c[1], has))
	case notAny:
		return checkProperties(c.condition, has)
	case *comparison:
		if !has(c.property) {
			return invalidArgument("Cannot bind parameter 'Filter' to the target. Exception setting \"Filter\": \"\"%s\" is not a recognized filterable property. "+
				"For a complete list of filterable properties see the command help.\"", c.property)
		}
	}
	return nil
}

func firstOf(errors ...error) error {
	for _, err := range errors {
		if err != nil {
			return err
		}
	}
	return nil
}
