package operator

import (
	"strings"

	"exolab/runtime/value"
)

// Func is a binary operator. Errors are *value.Exception with PowerShell's
// message and identifier.
type Func func(env value.Env, l, r value.Value) (value.Value, error)

// ForOp returns the operator written as op ("+", "-eq", "-cnotmatch", ..; any
// case), or nil if there is none. -and, -or and -xor get both operands.
func ForOp(op string) Func {
	op = value.Fold(op)
	if f := plainOperators[op]; f != nil {
		return f
	}
	name, cased := strings.TrimPrefix(op, "-"), false
	if f := textOperators[name]; f == nil && name != "" {
		switch {
		case name[0] == 'c' && textOperators[name[1:]] != nil:
			name, cased = name[1:], true
		case name[0] == 'i':
			name = name[1:]
		}
	}
	if f := textOperators[name]; f != nil {
		return f(!cased)
	}
	return nil
}

// Binary computes l op r; prefer ForOp where the operator is known earlier.
func Binary(env value.Env, op string, l, r value.Value) (value.Value, error) {
	if f := ForOp(op); f != nil {
		return f(env, l, r)
	}
	return value.Null, fault("InvalidOperator", "The operator '%s' is not supported.", op)
}

var plainOperators = map[string]Func{
	"+": Add, "-": Subtract, "*": Multiply, "/": Divide, "%": Remainder, "..": Range,
	"-band": bitwise(and), "-bor": bitwise(or), "-bxor": bitwise(xor), "-shl": ShiftLeft, "-shr": ShiftRight,
	"-and": And, "-or": Or, "-xor": Xor, "-join": Join, "-f": Format, "-is": Is, "-isnot": IsNot, "-as": As,
}

// textOperators exist with and without regard to case.
var textOperators = map[string]func(ignoreCase bool) Func{
	"eq": equality(true), "ne": equality(false),
	"lt": ordering(func(n int) bool { return n < 0 }), "le": ordering(func(n int) bool { return n <= 0 }),
	"gt": ordering(func(n int) bool { return n > 0 }), "ge": ordering(func(n int) bool { return n >= 0 }),
	"contains": containing(true), "notcontains": containing(false), "in": within(true), "notin": within(false),
	"like": likeness(true), "notlike": likeness(false), "match": matching(true), "notmatch": matching(false),
	"replace": replacing, "split": splitting,
}
