package task

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/value"
)

func TestMultiValues(t *testing.T) {
	add := value.NewHashtable()
	add.Set(value.Str("add"), value.Str("b, c"))
	add.Set(value.Str("Remove"), value.Strings("a"))
	for _, c := range []struct {
		argument value.Value
		want     []string
	}{
		{value.Strings("x", "y"), []string{"x", "y"}}, {value.Str("x,y"), []string{"x", "y"}}, {value.Null, nil}, {value.Str("None"), nil}, {value.Obj(add), []string{"b", "c"}},
	} {
		require.Equal(t, c.want, ReadMultiValue(nil, c.argument).Apply([]string{"a", "b"}))
	}
}
