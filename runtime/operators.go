package runtime

import (
	"strings"

	"github.com/dlclark/regexp2"

	"exolab/parser"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/netfmt"
	"exolab/runtime/operator"
	"exolab/runtime/value"
)

// binaryOperator returns the function of a binary operator, for any operands.
func binaryOperator(op string) operator.Func { return operator.ForOp(op) }

// updateOperator returns the operator of `op=` in one place of a script.
func updateOperator(op string) operator.Func {
	if op == "+" {
		return new(operator.Growing).Add
	}
	return operator.ForOp(op)
}

func unaryOperator(op string) operator.UnaryFunc { return operator.ForUnary(op) }

// matching compiles -match and its kin: a match of a single text sets
// $Matches in the scope it runs in.
func (c *compiler) matching(e *parser.BinaryExpression) exprFunc {
	l, r, slot := c.expr(e.Left), c.expr(e.Right), c.slot("Matches")
	ignoreCase, want := !strings.HasPrefix(e.Operator, "-c"), !strings.Contains(e.Operator, "not")
	return func(f *Frame) (value.Value, error) {
		a, b, err := operands(f, l, r)
		if err != nil {
			return value.Null, err
		}
		result, groups, err := operator.Match(f, a, b, ignoreCase, want)
		if err != nil {
			return value.Null, err
		}
		if groups != nil {
			err = f.write(slot, value.Obj(groups))
		}
		return result, err
	}
}

// match is -match of a single text, as switch -regex tests.
func (f *Frame) match(l, r value.Value, caseSensitive bool) (bool, error) {
	result, groups, err := operator.Match(f, l, r, !caseSensitive, true)
	if err != nil {
		return false, err
	}
	if groups != nil {
		err = f.scope.Set("Matches", value.Obj(groups))
	}
	return value.Truth(result), err
}

// NewMatch makes the $_ of a -replace with a script block.
func (f *Frame) NewMatch(input string, re netfmt.Regex, m *regexp2.Match) value.Value {
	return text.NewMatch(input, re, m)
}

// NewQuickMatch is NewMatch for a match of the quick engine.
func (f *Frame) NewQuickMatch(input string, re netfmt.Regex, spans []int) value.Value {
	return text.NewQuickMatch(input, re, spans)
}
