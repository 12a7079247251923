package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadSetMore adds the room of a set, its comparer, and the look-ups that are
// seldom used.
func loadSetMore(b dotnet.Rows) {
	set := func(c *value.Call) *Set { return dotnet.Of[*Set](c.This) }
	b.Get("int Capacity", func(v value.Value) value.Value { return value.Int(dotnet.Of[*Set](v).keys.Len()) })
	b.Get("System.Collections.Generic.IEqualityComparer[T] Comparer", func(v value.Value) value.Value { return comparerOf(dotnet.Of[*Set](v).keys.CaseSensitive) })
	b.Method("int EnsureCapacity(int capacity)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(max(dotnet.IntArg(c, 0), set(c).keys.Len())) }))
	b.Method("void TrimExcess()", dotnet.Run(func(*value.Call) {}))
	b.Method("void TrimExcess(int capacity)", dotnet.Run(func(*value.Call) {}))
	b.Method("void CopyTo(T[] array, int arrayIndex, int count)", dotnet.Do(func(c *value.Call) error {
		return copyItems(set(c).items(), 0, dotnet.Of[*value.Array](c.Args[0]), dotnet.IntArg(c, 1), dotnet.IntArg(c, 2))
	}))
	b.Method("bool TryGetValue(T equalValue, out T actualValue)", func(c *value.Call) (value.Value, error) {
		found := set(c).has(c.Args[0])
		actual := value.Null
		if found {
			actual = storedKey(&set(c).keys, c.Args[0])
		}
		return value.Bool(found), dotnet.SetOut(c, 1, actual)
	})
	b.Method("int RemoveWhere(System.Predicate[T] match)", func(c *value.Call) (value.Value, error) {
		items := func(c *value.Call) []value.Value { return set(c).items() }
		found, err := findItems(items, 0, c)
		for _, v := range found {
			set(c).keys.Remove(v)
		}
		return value.Int(len(found)), err
	})
	b.Constructor("(int capacity, System.Collections.Generic.IEqualityComparer[T] comparer)", dotnet.Give(func(c *value.Call) value.Value { return newSet(c.Type, nil, c.Args[1]) }))
}
