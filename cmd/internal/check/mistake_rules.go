package check

import (
	"regexp"
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// variableText is a variable or subexpression as it would stand in a string
// that is filled in.
var variableText = regexp.MustCompile(`\$(?:\(|\{?[A-Za-z_][\w:]*)`)

// constants are the names that filters of Exchange read themselves.
var constants = map[string]bool{"$true": true, "$false": true, "$null": true}

func singleQuotedVariable(c *checker, n parser.Node) {
	s, ok := n.(*parser.StringConstant)
	if !ok || s.Quote != parser.SingleQuoted || c.exempt[s] {
		return
	}
	for _, name := range variableText.FindAllString(s.Value, -1) {
		if !constants[strings.ToLower(name)] {
			c.found(s, "'"+name+"' stays as it is between single quotes.")
			return
		}
	}
}

func nullOnRight(c *checker, n parser.Node) {
	b, ok := n.(*parser.BinaryExpression)
	if !ok || !isEquality(b.Operator) || !isNull(b.Right) || isNull(b.Left) {
		return
	}
	c.found(b, "If the left side is a collection, this looks for $null in it; write $null "+b.Operator+" ... instead.")
}

func isEquality(operator string) bool {
	switch strings.TrimLeft(strings.ToLower(operator), "-") {
	case "eq", "ieq", "ceq", "ne", "ine", "cne":
		return true
	}
	return false
}

func isNull(e parser.Expression) bool {
	v, ok := e.(*parser.VariableExpression)
	return ok && strings.EqualFold(v.Name, "null")
}

// countOfSingle looks for .Count of what a command returned.
func countOfSingle(c *checker, n parser.Node) {
	m, ok := n.(*parser.MemberExpression)
	if !ok || m.Static {
		return
	}
	member, ok := m.Member.(*parser.StringConstant)
	if !ok || !strings.EqualFold(member.Value, "Count") {
		return
	}
	switch target := m.Target.(type) {
	case *parser.ParenExpression:
		if c.maybeSingle(target.Pipeline) {
			c.found(m, "The command may return one object or none; write @( ) around it.")
		}
	case *parser.VariableExpression:
		name := value.Fold(target.Name)
		if c.single[name] > 0 && c.single[name] == c.assigned[name] {
			c.found(m, "$"+target.Name+" may hold one object or none; give it its value within @( ).")
		}
	}
}

// counted are cmdlets that always return one object with a Count.
var counted = map[string]bool{"measure-object": true, "new-object": true, "get-item": true, "get-date": true}

// maybeSingle reports whether a statement is a pipeline that ends in a cmdlet.
func (c *checker) maybeSingle(s parser.Statement) bool {
	line, ok := s.(*parser.Pipeline)
	if !ok || len(line.Elements) == 0 {
		return false
	}
	call, ok := c.callOf(line.Elements[len(line.Elements)-1])
	return ok && call.command != nil && !counted[value.Fold(call.command.Name)]
}

// assignmentInCondition looks for conditions that give a variable a constant
// or another variable; reading something in a condition is common use.
func assignmentInCondition(c *checker, n parser.Node) {
	for _, condition := range conditions(n) {
		if paren, ok := condition.(*parser.Pipeline); ok {
			condition = unwrapped(paren)
		}
		a, ok := condition.(*parser.AssignmentStatement)
		if ok && a.Operator == "=" && isPlainValue(a.Right) {
			c.found(a, "This assigns; write -eq to compare.")
		}
	}
}

// conditions are the conditions of a statement.
func conditions(n parser.Node) []parser.Statement {
	switch n := n.(type) {
	case *parser.IfStatement:
		var out []parser.Statement
		for _, clause := range n.Clauses {
			out = append(out, clause.Condition)
		}
		return out
	case *parser.WhileStatement:
		return []parser.Statement{n.Condition}
	case *parser.DoWhileStatement:
		return []parser.Statement{n.Condition}
	case *parser.DoUntilStatement:
		return []parser.Statement{n.Condition}
	case *parser.ForStatement:
		return []parser.Statement{n.Condition}
	}
	return nil
}

// unwrapped takes the parentheses off a statement.
func unwrapped(s parser.Statement) parser.Statement {
	line, ok := s.(*parser.Pipeline)
	if !ok || len(line.Elements) != 1 {
		return s
	}
	e, ok := line.Elements[0].(*parser.CommandExpression)
	if !ok {
		return s
	}
	if paren, ok := e.Expression.(*parser.ParenExpression); ok {
		return unwrapped(paren.Pipeline)
	}
	return s
}

// isPlainValue reports whether a statement is a constant, a variable or a
// member of one.
func isPlainValue(s parser.Statement) bool {
	var e parser.Expression
	switch s := s.(type) {
	case *parser.Pipeline:
		if len(s.Elements) == 1 {
			if c, ok := s.Elements[0].(*parser.CommandExpression); ok {
				e = c.Expression
			}
		}
	case *parser.CommandExpression:
		e = s.Expression
	}
	switch e.(type) {
	case *parser.StringConstant, *parser.ExpandableString, *parser.NumberConstant, *parser.VariableExpression, *parser.MemberExpression:
		return true
	}
	return false
}
