package operator_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/dotnet/types"
	"exolab/runtime/operator"
	"exolab/runtime/value"
)

// unaryRow evaluates "& { op (operand) }"; ok is false for other rows.
func unaryRow(e env, source string) (got string, ok bool) {
	body := strings.TrimSuffix(strings.TrimPrefix(source, "& { "), " }")
	op, rest, found := strings.Cut(body, "(")
	if !found || !strings.HasSuffix(rest, ")") || strings.Contains(body, "$v") {
		return "", false
	}
	v, ok := operand(e, rest[:len(rest)-1])
	op = strings.TrimSpace(op)
	switch f := operator.ForUnary(op); {
	case !ok:
		return "", false
	case op == "[string]":
		return answer(value.Convert(e, v, value.TypeString)), true
	case f != nil:
		out, err := f(e, v)
		return answer(fromPipeline(out), err), true
	}
	return "", false
}

// fromPipeline is what a variable gets from a pipeline that emits v.
func fromPipeline(v value.Value) value.Value {
	items, ok := value.ListItems(v)
	switch {
	case !ok:
		return v
	case len(items) == 0:
		return value.Null
	case len(items) == 1:
		return items[0]
	}
	return value.List(items...)
}

func TestRecordedUnaryOperators(t *testing.T) {
	e := env{types.NewTable()}
	passed, total := 0, 0
	rows(t, "unary.tsv", func(source, want string) {
		got, ok := unaryRow(e, source)
		if !ok {
			return
		}
		total++
		if got == want {
			passed++
			return
		}
		if os.Getenv("TABLE") == "unary" {
			t.Logf("%s\n  want %.300s\n  got  %.300s", source, want, got)
		}
	})
	t.Logf("unary: %d of %d", passed, total)
	require.GreaterOrEqual(t, float64(passed)/float64(total), 0.99)
}
