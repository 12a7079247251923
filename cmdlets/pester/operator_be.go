package pester

import (
	"fmt"
	"strings"

	"exolab/runtime"
	"exolab/runtime/operator"
	"exolab/runtime/value"
)

// maxDepth is how deeply nested arrays may be to be compared.
const maxDepth = 100

// be is -Be and -BeExactly: arrays are compared element by element.
func be(exactly bool) assertion {
	word := ""
	if exactly {
		word = "exactly "
	}
	return func(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
		same, err := sameArrays(ctx, actual, c.ExpectedValue, exactly, 1)
		if err != nil || same != bool(c.Not) {
			return "", err
		}
		env := ctx.Env()
		if c.Not {
			return fmt.Sprintf("Expected %s to be different from the actual value,%s but got %sthe same value.",
				nicely(env, c.ExpectedValue), c.because(), word), nil
		}
		actual, expected := unrolled(actual), unrolled(c.ExpectedValue)
		if actual.Kind() == value.KindString && expected.Kind() == value.KindString {
			return differentStrings(ctx, expected.Text(), actual.Text(), exactly, c.because()), nil
		}
		return fmt.Sprintf("Expected %s%s,%s but got %s.", word, nicely(env, expected), c.because(), nicely(env, actual)), nil
	}
}

// unrolled is what is left of a collection of one element, or none.
func unrolled(v value.Value) value.Value {
	v = value.Unwrap(v)
	list := operator.Elements(v)
	switch {
	case list == nil || len(list) > 1:
		return v
	case len(list) == 0:
		return value.Null
	}
	return value.Unwrap(list[0])
}

// elementsOf is a value as the argument of an Object[] parameter.
func elementsOf(ctx *runtime.Context, v value.Value) []value.Value {
	if v.IsNull() {
		return nil
	}
	list, err := value.Convert(ctx.Env(), v, value.TypeObjectArray)
	if err != nil {
		return []value.Value{v}
	}
	return operator.Elements(list)
}

func sameArrays(ctx *runtime.Context, first, second value.Value, caseSensitive bool, depth int) (bool, error) {
	if depth > maxDepth {
		return false, thrown(ctx, "System.Management.Automation.RuntimeException", fmt.Sprintf(
			"Reached the recursion depth limit of %d when comparing arrays %s and %s. Is one of your arrays cyclic?", maxDepth,
			nicely(ctx.Env(), first), nicely(ctx.Env(), second)))
	}
	a, b := elementsOf(ctx, first), elementsOf(ctx, second)
	if nullOrEmpty(a) || nullOrEmpty(b) {
		return nullOrEmpty(a) && nullOrEmpty(b), nil
	}
	if len(a) != len(b) {
		return false, nil
	}
	for i := range a {
		same, err := sameElements(ctx, a[i], b[i], caseSensitive, depth)
		if err != nil || !same {
			return false, err
		}
	}
	return true, nil
}

func sameElements(ctx *runtime.Context, a, b value.Value, caseSensitive bool, depth int) (bool, error) {
	if isArray(a) || isArray(b) {
		return sameArrays(ctx, a, b, caseSensitive, depth+1)
	}
	op := "-eq"
	if caseSensitive {
		op = "-ceq"
	}
	return holds(ctx.Env(), op, b, a)
}

func isArray(v value.Value) bool {
	_, ok := value.As[*value.Array](value.Unwrap(v))
	return ok
}

func nullOrEmpty(list []value.Value) bool {
	return len(list) == 0 || len(list) == 1 && list[0].IsNull()
}

// differentStrings shows two strings and where they part.
func differentStrings(ctx *runtime.Context, expected, actual string, caseSensitive bool, because string) string {
	lines := []string{"Expected strings to be the same," + because + " but they were different."}
	if e, a := len([]rune(expected)), len([]rune(actual)); e != a {
		lines = append(lines, fmt.Sprintf("Expected length: %d", e), fmt.Sprintf("Actual length:   %d", a))
	} else {
		lines = append(lines, fmt.Sprintf("String lengths are both %d.", e))
	}
	lines = append(lines, fmt.Sprintf("Strings differ at index %d.", differenceIndex(expected, actual, caseSensitive)))
	expected, actual = visible(expected), visible(actual)
	at := differenceIndex(expected, actual, caseSensitive)
	const surround = len("Expected: ''")
	width := ctx.Host().Width()
	depth := 0
	if st := current(ctx.Session()); st != nil && st.block != nil {
		depth = len(st.block.path) + 1
	}
	room := width - surround - depth - 3
	wanted, _ := excerpt(expected, at, room, width/7)
	got, mark := excerpt(actual, at, room, width/7)
	return strings.Join(append(lines, "Expected: '"+wanted+"'", "But was:  '"+got+"'",
		strings.Repeat(" ", surround-1)+strings.Repeat("-", mark)+"^"), "\n")
}

func differenceIndex(a, b string, caseSensitive bool) int {
	x, y := []rune(a), []rune(b)
	for i := 0; i < len(x) && i < len(y); i++ {
		if !value.EqualText(string(x[i]), string(y[i]), !caseSensitive) {
			return i
		}
	}
	return min(len(x), len(y))
}

// visible writes control characters so that they can be seen.
func visible(s string) string {
	return strings.NewReplacer("\n", `\n`, "\r", `\r`, "\t", `\t`, "\x00", `\0`, "\b", `\b`).Replace(s)
}

// excerpt is the part of a text around an index that fits into room cells, and
// where the index lies in it.
func excerpt(text string, at, room, context int) (string, int) {
	const ellipsis = "..."
	line := []rune(text)
	if room < 2*(context+len(ellipsis))+1 || len(line) <= room {
		return text, at
	}
	shift := max(0, at-(room-1-context-len(ellipsis)))
	line = line[min(shift, len(line)):]
	if shift > 0 && len(line) >= len(ellipsis) {
		line = append([]rune(ellipsis), line[len(ellipsis):]...)
	}
	if len(line) > room {
		line = append(line[:room-len(ellipsis):room-len(ellipsis)], []rune(ellipsis)...)
	}
	return string(line), at - shift
}
