package operator

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/value"
)

func TestGrowingTextKeepsEarlierTexts(t *testing.T) {
	var g growingText
	piece := strings.Repeat("x", 100)
	want, s := "", ""
	var texts []string
	for i := range 200 {
		want += piece
		s = g.add(s, piece)
		texts = append(texts, s)
		if i%50 == 0 {
			runtime.GC()
		}
	}
	for i, text := range texts {
		require.Equal(t, want[:100*(i+1)], text)
	}
	// Two texts that grow from one beginning are apart.
	left := g.add(s, "left")
	right := g.add(s, "right")
	require.Equal(t, want+"left", left)
	require.Equal(t, want+"right", right)
	require.Equal(t, want+"left!", g.add(left, "!"))
}

func TestGrownArraysAreApart(t *testing.T) {
	var g Growing
	add := func(l value.Value, n int) value.Value {
		v, err := g.Add(nil, l, value.Int(n))
		require.NoError(t, err)
		return v
	}
	text := func(v value.Value) string { return value.ToString(nil, v) }
	base := value.List(value.Int(1))
	two := add(base, 2)
	left, right := add(two, 3), add(two, 4)
	require.Equal(t, "1", text(base))
	require.Equal(t, "1 2 3", text(left))
	require.Equal(t, "1 2 4", text(right))
	a, _ := value.As[*value.Array](left)
	a.Writable()[0] = value.Int(9)
	require.Equal(t, "9 2 3", text(left))
	require.Equal(t, "1 2", text(two))
	require.Equal(t, "1 2 4", text(right))
	require.Equal(t, "9 2 3 5", text(add(left, 5)))
}
