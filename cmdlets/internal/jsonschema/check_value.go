package jsonschema

import (
	"encoding/json"
	"math/big"
	"slices"
	"unicode/utf8"
)

func checkType(f *frame, operand any) {
	types, ok := operand.([]any)
	if !ok {
		types = []any{operand}
	}
	if slices.ContainsFunc(types, func(t any) bool { return hasType(f.value, t) }) {
		return
	}
	if len(types) == 1 {
		operand = types[0]
	}
	f.fail("Value is %q but should be %s", typeOf(f.value), compact(operand))
}

// hasType reports whether a value has a type: integers are numbers, and so is
// 1.0 an integer.
func hasType(value, name any) bool {
	n, ok := value.(json.Number)
	switch {
	case !ok:
		return typeOf(value) == name
	case name == "integer":
		return exact(n).IsInt()
	}
	return name == "number"
}

func checkEnum(f *frame, operand any) {
	list, _ := operand.([]any)
	if !slices.ContainsFunc(list, func(v any) bool { return equal(v, f.value) }) {
		f.fail("Value should match one of the values specified by the enum")
	}
}

func checkConst(f *frame, operand any) {
	if !equal(operand, f.value) {
		f.fail("Expected %s", compact(operand))
	}
}

func checkMinimum(f *frame, operand any) {
	if f.schema.members["exclusiveMinimum"] == true {
		checkExclusiveMinimum(f, operand)
		return
	}
	compareNumber(f, operand, "at least", func(order int) bool { return order >= 0 })
}

func checkMaximum(f *frame, operand any) {
	if f.schema.members["exclusiveMaximum"] == true {
		checkExclusiveMaximum(f, operand)
		return
	}
	compareNumber(f, operand, "at most", func(order int) bool { return order <= 0 })
}

func checkExclusiveMinimum(f *frame, operand any) {
	compareNumber(f, operand, "greater than", func(order int) bool { return order > 0 })
}

func checkExclusiveMaximum(f *frame, operand any) {
	compareNumber(f, operand, "less than", func(order int) bool { return order < 0 })
}

// compareNumber fails numbers whose order against a limit does not hold. Draft
// 4's booleans are no limits.
func compareNumber(f *frame, operand any, words string, holds func(order int) bool) {
	got, ok := f.value.(json.Number)
	limit, isNumber := operand.(json.Number)
	if ok && isNumber && !holds(exact(got).Cmp(exact(limit))) {
		f.fail("%s should be %s %s", decimal(exact(got)), words, decimal(exact(limit)))
	}
}

func checkMultipleOf(f *frame, operand any) {
	got, ok := f.value.(json.Number)
	step, isNumber := operand.(json.Number)
	if ok && isNumber && !new(big.Rat).Quo(exact(got), exact(step)).IsInt() {
		f.fail("%s should be a multiple of %s", decimal(exact(got)), decimal(exact(step)))
	}
}

func checkPattern(f *frame, operand any) {
	text, ok := f.value.(string)
	pattern, _ := operand.(string)
	if ok && !f.matches(pattern, text) {
		f.fail("The string value is not a match for the indicated regular expression")
	}
}

// measure is how much of something a value has, if it can have any.
type measure func(value any) (n int, ok bool)

func characters(value any) (int, bool) {
	text, ok := value.(string)
	return utf8.RuneCountInString(text), ok
}

func items(value any) (int, bool) {
	list, ok := value.([]any)
	return len(list), ok
}

func properties(value any) (int, bool) {
	o, ok := value.(*object)
	return len(membersOf(o)), ok
}

func atLeast(of measure, message string) func(*frame, any) {
	return limit(of, message, func(order int) bool { return order >= 0 })
}

func atMost(of measure, message string) func(*frame, any) {
	return limit(of, message, func(order int) bool { return order <= 0 })
}

func limit(of measure, message string, holds func(order int) bool) func(*frame, any) {
	return func(f *frame, operand any) {
		n, ok := of(f.value)
		wanted := numberOf(operand)
		if ok && !holds(big.NewRat(int64(n), 1).Cmp(wanted)) {
			f.fail(message, decimal(wanted))
		}
	}
}

// numberOf is the value of a number that the shape has checked.
func numberOf(operand any) *big.Rat {
	n, _ := operand.(json.Number)
	return exact(n)
}
