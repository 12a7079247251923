package opath

import (
	"cmp"
	"fmt"
	"strings"

	"exolab/runtime/value"
)

// Condition is an OPATH filter: what -Filter takes.
type Condition interface {
	// holds reports whether an object meets the condition.
	Holds(env value.Env, o *value.PSObject) bool
}

type (
	allOf  [2]Condition
	anyOf  [2]Condition
	notAny struct{ Condition }
	// comparison compares a property with a literal.
	comparison struct {
		property string // folded
		operator string // folded, without the dash
		literal  value.Value
	}
)

// opathTokens are the words, literals and parentheses of a filter.
type token struct {
	text    string
	literal bool // it stood in quotes
	at      int
}

type parser struct {
	env    value.Env
	text   string
	tokens []token
	next   int
}

// Parse reads a filter; the error is Exchange's.
func Parse(env value.Env, text string) (Condition, error) {
	p := &parser{env: env, text: text}
	if at := p.scan(); at >= 0 {
		return nil, p.invalid(at)
	}
	c, ok := p.alternatives(0)
	if !ok || p.next < len(p.tokens) {
		return nil, p.invalid(p.position())
	}
	return c, nil
}

func (p *parser) invalid(at int) error {
	return fmt.Errorf("Cannot bind parameter 'Filter' to the target. Exception setting \"Filter\": \"Invalid filter syntax. For a description of the filter "+
		"parameter syntax see the command help.\n\"%s\" at position %d.\"", p.text, at+1)
}

func (p *parser) position() int {
	if p.next < len(p.tokens) {
		return p.tokens[p.next].at
	}
	return len(p.text)
}

var parentheses = map[byte]string{'{': "(", '}': ")"}

// scan cuts the text into tokens; it returns where that fails, or -1.
func (p *parser) scan() int {
	for i := 0; i < len(p.text); {
		c := p.text[i]
		switch {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '`':
			i++
		case c == '{' || c == '}':
			// The braces of a script block inside another one only group.
			p.tokens = append(p.tokens, token{text: parentheses[c], at: i})
			i++
		case c == '(' || c == ')' || c == '!':
			p.tokens = append(p.tokens, token{text: string(c), at: i})
			i++
		case c == '\'' || c == '"':
			text, end := quoted(p.text, i)
			if end < 0 {
				return i
			}
			p.tokens = append(p.tokens, token{text: text, literal: true, at: i})
			i = end
		default:
			end := i
			for end < len(p.text) && !strings.ContainsRune(" \t\r\n(){}'\"", rune(p.text[end])) {
				end++
			}
			p.tokens = append(p.tokens, token{text: p.text[i:end], at: i})
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
func (p *parser) word() string {
	if p.next < len(p.tokens) && !p.tokens[p.next].literal {
		return value.Fold(p.tokens[p.next].text)
	}
	return ""
}

// maxFilterDepth bounds the nesting of parentheses.
const maxFilterDepth = 200

func (p *parser) alternatives(depth int) (Condition, bool) {
	return p.chain(depth, "-or", p.conjunction, func(l, r Condition) Condition { return anyOf{l, r} })
}

func (p *parser) conjunction(depth int) (Condition, bool) {
	return p.chain(depth, "-and", p.negation, func(l, r Condition) Condition { return allOf{l, r} })
}

func (p *parser) chain(depth int, operator string, operand func(int) (Condition, bool), join func(l, r Condition) Condition) (Condition, bool) {
	left, ok := operand(depth)
	for ok && p.word() == operator {
		p.next++
		var right Condition
		if right, ok = operand(depth); ok {
			left = join(left, right)
		}
	}
	return left, ok
}

func (p *parser) negation(depth int) (Condition, bool) {
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

var operators = map[string]bool{"eq": true, "ne": true, "like": true, "notlike": true, "gt": true, "ge": true, "lt": true, "le": true}

func (p *parser) comparison() (Condition, bool) {
	property := p.word()
	if property == "" || property == ")" || strings.HasPrefix(property, "-") || p.next+2 >= len(p.tokens) {
		return nil, false
	}
	p.next++
	operator := strings.TrimPrefix(p.word(), "-")
	if !operators[operator] || !strings.HasPrefix(p.word(), "-") {
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

func (p *parser) literal(t token) value.Value {
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

// CheckProperties returns an error for a property that the objects lack.
func CheckProperties(c Condition, has func(folded string) bool) error {
	switch c := c.(type) {
	case allOf:
		return cmp.Or(CheckProperties(c[0], has), CheckProperties(c[1], has))
	case anyOf:
		return cmp.Or(CheckProperties(c[0], has), CheckProperties(c[1], has))
	case notAny:
		return CheckProperties(c.Condition, has)
	case *comparison:
		if !has(c.property) {
			return fmt.Errorf("Cannot bind parameter 'Filter' to the target. Exception setting \"Filter\": \"\"%s\" is not a recognized filterable property. "+
				"For a complete list of filterable properties see the command help.\"", c.property)
		}
	}
	return nil
}
