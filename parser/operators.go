package parser

import "strings"

// caseVariants maps every comparison operator, with and without a leading c
// or i, to its precedence.
var caseVariants = func() map[string]bool {
	m := map[string]bool{}
	for _, n := range comparisonNames {
		m[n], m["c"+n], m["i"+n] = true, true, true
	}
	return m
}()

// isDashOperator reports whether a lower-case name behind a dash is an
// operator.
func isDashOperator(name string) bool {
	_, ok := dashOperators[name]
	return ok || caseVariants[name]
}

// operatorPrecedence returns the binary precedence of an operator, or 0.
func operatorPrecedence(op string) int {
	switch op {
	case "+", "-":
		return precAdd
	case "*", "/", "%":
		return precMultiply
	case "..":
		return precRange
	case "??":
		return precCoalesce
	}
	if len(op) < 2 || op[0] != '-' {
		return 0
	}
	if caseVariants[op[1:]] {
		return precComparison
	}
	return dashOperators[op[1:]]
}

func isUnaryOperator(op string) bool {
	switch op {
	case "+", "-", "-not", "-bnot", "-split", "-csplit", "-isplit", "-join":
		return true
	}
	return false
}

// operatorName normalises an operator as the tree holds it.
func operatorName(op string) string {
	if strings.HasPrefix(op, "--") {
		return "--"
	}
	return op
}
