package value

import (
	"strconv"
	"testing"

	"github.com/cockroachdb/apd/v3"
	"github.com/stretchr/testify/require"
)

func TestDictFindsKeysSmallAndLarge(t *testing.T) {
	for _, n := range []int{3, smallDict, smallDict + 1, 100, entryBlock, 2*entryBlock + 1} {
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

func TestDictKeepsKindsOfNumbersApart(t *testing.T) {
	d := NewHashtable()
	keys := []Value{Int(1), Long(1), Double(1), True, Char(1), Span(1), Date(1, 0), Long(1 << 60), Dec(apd.New(1, 0)), Null}
	for i, key := range keys {
		d.Set(key, Int(i))
	}
	for i, key := range keys {
		v, ok := d.Get(key)
		require.True(t, ok)
		require.Equal(t, Int(i), v)
	}
	require.Equal(t, len(keys), d.Len())
}

func TestDictIsCompactedAsItShrinks(t *testing.T) {
	d := NewOrdered()
	const n = 3 * entryBlock
	for i := range n {
		d.Set(Int(i), Int(-i))
	}
	for i := range n {
		if i%5 != 0 {
			require.True(t, d.Remove(Int(i)))
		}
	}
	require.Less(t, d.used(), n)
	want := 0
	d.Each(func(key, v Value) bool {
		require.Equal(t, Int(want), key)
		require.Equal(t, Int(-want), v)
		want += 5
		return true
	})
	require.GreaterOrEqual(t, want, n)
}

func TestDictEntriesAreFoundByTheirPlace(t *testing.T) {
	d := NewOrdered()
	for i := range entryBlock + 10 {
		d.Set(Int(i), Int(-i))
	}
	key, v := d.Entry(entryBlock + 5)
	require.Equal(t, []Value{Int(entryBlock + 5), Int(-entryBlock - 5)}, []Value{key, v})
	d.Remove(Int(0))
	key, v = d.Entry(0)
	require.Equal(t, []Value{Int(1), Int(-1)}, []Value{key, v})
}

func TestDictChangedWhileEnumerated(t *testing.T) {
	d := NewHashtable()
	for i := range 2 * entryBlock {
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
