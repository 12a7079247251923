package operator_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/operator"
	"exolab/runtime/value"
)

// TestScalarsNeedNoAllocation holds the hot operators to their promise.
func TestScalarsNeedNoAllocation(t *testing.T) {
	pairs := map[string][2]value.Value{"int": {value.Int(7), value.Int(3)}, "double": {value.Double(1.5), value.Double(2)}, "long": {value.Long(7), value.Int(2)}}
	for _, op := range []string{"+", "-", "*", "/", "%", "-eq", "-lt", "-ge", "-band", "-and"} {
		f := operator.ForOp(op)
		for name, p := range pairs {
			got := testing.AllocsPerRun(100, func() { _, _ = f(nil, p[0], p[1]) })
			require.Zero(t, got, "%s on %s", op, name)
		}
	}
}

func BenchmarkAddInt(b *testing.B) {
	f := operator.ForOp("+")
	for b.Loop() {
		_, _ = f(nil, value.Int(7), value.Int(3))
	}
}

func BenchmarkEqualText(b *testing.B) {
	f := operator.ForOp("-eq")
	for b.Loop() {
		_, _ = f(nil, value.Str("Contoso"), value.Str("contoso"))
	}
}

func BenchmarkLike(b *testing.B) {
	f := operator.ForOp("-like")
	for b.Loop() {
		_, _ = f(nil, value.Str("adele@contoso.com"), value.Str("*@CONTOSO.com"))
	}
}

func BenchmarkMatch(b *testing.B) {
	f := operator.ForOp("-match")
	for b.Loop() {
		_, _ = f(nil, value.Str("adele@contoso.com"), value.Str(`^\w+@contoso`))
	}
}

func BenchmarkReplace(b *testing.B) {
	f := operator.ForOp("-replace")
	with := value.List(value.Str("contoso"), value.Str("fabrikam"))
	for b.Loop() {
		_, _ = f(nil, value.Str("adele@contoso.com"), with)
	}
}
