package value

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDictFindsKeysSmallAndLarge(t *testing.T) {
	for _, n := range []int{3, smallDict, smallDict + 1, 100} {
		d := NewHashtable()
		for i := range n {
			d.Set(Str("Key"+strconv.Itoa(i)), Int(i))
			d.Set(Int(i), Int(-i))
		}
		require.Equal(t, 2*n, d.Len())
		for i := range n {
			v, ok := d.GetText("kEY" + strconv.Itoa(i))
			require.True(t, ok)
			require.Equal(t, Int(i), v)
			v, ok = d.Get(Int(i))
			require.True(t, ok)
			require.Equal(t, Int(-i), v)
		}
		for i := range n {
			require.True(t, d.Remove(Str("key"+strconv.Itoa(i))))
			require.False(t, d.Remove(Str("key"+strconv.Itoa(i))))
		}
		require.Equal(t, n, d.Len())
		require.Contains(t, d.Keys(), Int(0))
	}
}

func TestDictKeepsLettersApart(t *testing.T) {
	d := &Dict{T: TypeHashtable, CaseSensitive: true}
	d.Set(Str("a"), Int(1))
	d.Set(Str("A"), Int(2))
	require.Equal(t, 2, d.Len())
	folded := NewHashtable()
	folded.Set(Str("[x"), Int(1))
	folded.Set(Str("{x"), Int(2))
	folded.Set(Str("ÄB"), Int(3))
	_, ok := folded.GetText("äb")
	require.True(t, ok)
	require.Equal(t, 3, folded.Len())
}

func TestDictChangedWhileEnumerated(t *testing.T) {
	d := NewHashtable()
	for i := range 20 {
		d.Set(Int(i), Int(i))
	}
	seen := 0
	d.Each(func(key, _ Value) bool {
		d.Remove(key)
		seen++
		return true
	})
	require.Positive(t, seen)
}
