package parser

import "strings"

// attribute checks that arguments are constants, or script blocks where the
// attribute is not one of a class.
func (c *checker) attribute(a *Attribute) {
	inClass := c.classAttribute()
	names := map[string]bool{}
	for _, n := range a.Named {
		folded := strings.ToLower(n.Name)
		if names[folded] {
			c.fail(n.Span, "DuplicateNamedArgument", n.Name)
		} else if n.Value != nil {
			c.constant(n.Value, inClass)
		}
		names[folded] = true
	}
	for _, e := range a.Positional {
		c.constant(e, inClass)
	}
}

// classAttribute reports whether the attribute being checked belongs to a
// class, a member of one or a parameter of a method.
func (c *checker) classAttribute() bool {
	switch c.parent(1).(type) {
	case *TypeDefinition, *PropertyMember, *FunctionMember:
		return true
	case *Parameter:
		return c.method() != nil
	}
	return false
}

func (c *checker) constant(e Expression, inClass bool) {
	if isConstant(e) {
		return
	}
	if inClass {
		c.fail(e.Extent(), "ParameterAttributeArgumentNeedsToBeConstant")
	} else if _, block := e.(*ScriptBlockExpression); !block {
		c.fail(e.Extent(), "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock")
	}
}

// IsConstant reports whether an expression has a value at parse time.
func IsConstant(e Expression) bool { return isConstant(e) }

// isConstant reports whether an expression has a value at parse time.
func isConstant(e Expression) bool {
	switch e := e.(type) {
	case *StringConstant, *NumberConstant, *TypeExpression, *ErrorExpression:
		return true
	case *VariableExpression:
		switch strings.ToLower(e.Name) {
		case "true", "false", "null":
			return true
		}
	case *UnaryExpression:
		return isConstant(e.Operand)
	case *BinaryExpression:
		return isConstant(e.Left) && isConstant(e.Right)
	case *TernaryExpression:
		return isConstant(e.Condition) && isConstant(e.IfTrue) && isConstant(e.IfFalse)
	case *ConvertExpression:
		return isConstant(e.Operand)
	case *MemberExpression:
		_, typ := e.Target.(*TypeExpression)
		return e.Static && typ
	case *ParenExpression:
		inner := pureExpression(e.Pipeline)
		return inner != nil && isConstant(inner)
	case *ArrayLiteral:
		for _, x := range e.Elements {
			if !isConstant(x) {
				return false
			}
		}
		return true
	case *ArrayExpression:
		return constantArray(e)
	}
	return false
}

func constantArray(e *ArrayExpression) bool {
	for _, s := range e.Body.Statements {
		inner := pureExpression(s)
		if inner == nil || !isConstant(inner) {
			return false
		}
	}
	return true
}
