package value

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A Hashtable of .NET lists numbers from the last place of its table down:
// @{1 = ..; 2 = ..; 3 = ..} shows 3, 2, 1.
func TestHashtableListsStableKeysAsDotNet(t *testing.T) {
	cases := map[string]struct {
		made       int
		keys, want []int
	}{
		"literal of three":      {3, []int{1, 2, 3}, []int{3, 2, 1}},
		"literal of two":        {2, []int{2, 3}, []int{2, 3}},
		"filled one by one":     {0, []int{2, 3}, []int{2, 3}},
		"grown past its load":   {0, []int{2, 3, 4}, []int{4, 3, 2}},
		"places taken":          {2, []int{1, 4}, []int{4, 1}},
		"negative and positive": {3, []int{-1, 0, 1}, []int{1, -1, 0}},
	}
	for name, c := range cases {
		d := NewHashtableFor(c.made)
		for _, k := range c.keys {
			d.Set(Int(k), Null)
		}
		var got []int
		for _, k := range d.Keys() {
			got = append(got, int(k.Int64()))
		}
		require.Equal(t, c.want, got, name)
	}
}

func TestHashtableListsTextAsAdded(t *testing.T) {
	d := NewHashtable()
	for _, k := range []Value{Int(1), Str("b"), Str("a"), Int(2)} {
		d.Set(k, Null)
	}
	require.Equal(t, []Value{Int(1), Str("b"), Str("a"), Int(2)}, d.Keys())
}

func TestHashCodesAreThoseOfDotNet(t *testing.T) {
	for want, v := range map[int32]Value{
		42:         Int(42),
		0:          Long(-1),
		1:          True,
		6357089:    Char('a'),
		1072693248: Double(1),
	} {
		code, stable := HashCode(v)
		require.True(t, stable)
		require.Equal(t, want, code)
	}
	_, stable := HashCode(Str("a"))
	require.False(t, stable)
}
