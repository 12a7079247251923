package collections

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func loadList(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadGrowing(b)
	loadCapacity(b, true)
	loadListMore(b)
	b.Method("void AddRange(System.Collections.Generic.IEnumerable[T] collection)", changing(addRange))
	b.Method("void InsertRange(int index, System.Collections.Generic.IEnumerable[T] collection)", changing(insertItems(func(c *value.Call) []value.Value { return elementsOf(c.Args[1]) })))
	b.Method("T[] ToArray()", dotnet.Give(func(c *value.Call) value.Value { return typedArray(Listing(c).T, Listing(c).Items) }))
	b.Method("void TrimExcess()", dotnet.Run(func(*value.Call) {}))
	b.Method("System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly()", dotnet.Give(func(c *value.Call) value.Value {
		l := Listing(c)
		return value.Obj(&value.Sequence{T: value.GenericOf(dotnet.TypeReadOnlyCol, l.T.Args...), Items: l.Items, ReadOnly: true})
	}))
	loadListOrder(b, "T", "System.Collections.Generic.IComparer[T]")
	b.Method("void Sort(System.Comparison[T] comparison)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		return value.Void, sortItems(c.Env, l.Items, c.Args[0])
	}))
	loadListRange(b, "System.Collections.Generic.List[T]")
	loadListPredicates(b)
	b.Constructor("(System.Collections.Generic.IEnumerable[T] collection)", filled(newSequence))
	b.Constructor("(int capacity)", dotnet.Give(func(c *value.Call) value.Value { return newSequence(c, nil) }))
}

func newSequence(c *value.Call, items []value.Value) value.Value {
	return value.Obj(&value.Sequence{T: c.Type, Items: items})
}

// loadCollection fills Collection<T>.
func loadCollection(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadGrowing(b)
	b.Constructor("(System.Collections.Generic.IList[T] list)", filled(newSequence))
}

// loadGrowing adds what Collection<T> and List<T> have in common.
func loadGrowing(b dotnet.Rows) {
	LoadSequence(b, "T")
	b.Method("void Add(T item)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		if err := l.CheckGrowth(); err != nil {
			return value.Null, err
		}
		l.Append(c.Args[0])
		return value.Void, nil
	}))
	b.Method("bool Remove(T item)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		return value.Bool(removeItem(l, c.Args[0])), nil
	}))
	b.Constructor("()", dotnet.Give(func(c *value.Call) value.Value { return newSequence(c, nil) }))
}

// matching makes a body of a search: visit gets each position that satisfies
// the predicate and says whether to stop.
func matching(from func(c *value.Call) []value.Value, predicate int, visit func(i int) (stop bool), c *value.Call) error {
	test := dotnet.Invoker(c.Args[predicate])
	if test == nil {
		return dotnet.ErrNullArgument("match")
	}
	for i, v := range from(c) {
		result, err := test.Invoke(c.Env, v)
		if err != nil {
			return err
		}
		if dotnet.TruthOf(result) && visit(i) {
			return nil
		}
	}
	return nil
}

func listItems(c *value.Call) []value.Value { return Listing(c).Items }

func loadListPredicates(b dotnet.Rows) {
	b.Method("T Find(System.Predicate[T] match)", findItem(listItems, 0, false))
	b.Method("T FindLast(System.Predicate[T] match)", findItem(listItems, 0, true))
	b.Method("int FindIndex(System.Predicate[T] match)", findIndex(listItems, 0, false))
	b.Method("int FindLastIndex(System.Predicate[T] match)", findIndex(listItems, 0, true))
	b.Method("bool Exists(System.Predicate[T] match)", existsItem(listItems, 0))
	b.Method("bool TrueForAll(System.Predicate[T] match)", trueForAll(listItems, 0))
	b.Method("System.Collections.Generic.List[T] FindAll(System.Predicate[T] match)", func(c *value.Call) (value.Value, error) {
		found, err := findItems(listItems, 0, c)
		return value.Obj(&value.Sequence{T: Listing(c).T, Items: found}), err
	})
	b.Method("int RemoveAll(System.Predicate[T] match)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		drop := map[int]bool{}
		if err := matching(listItems, 0, func(i int) bool { drop[i] = true; return false }, c); err != nil {
			return value.Null, err
		}
		i := -1
		l.Items = slices.DeleteFunc(l.Items, func(value.Value) bool { i++; return drop[i] })
		return value.Int(len(drop)), nil
	}))
	b.Method("void ForEach(System.Action[T] action)", dotnet.Do(func(c *value.Call) error { return forEachItems(listItems(c), 0, c) }))
	b.Method("System.Collections.Generic.List[TOutput] ConvertAll(System.Converter[T,TOutput] converter)", func(c *value.Call) (value.Value, error) {
		out, err := mapItems(listItems(c), 0, c)
		return value.Obj(dotnet.NewList(resultOf(c.Args[0]), out)), err
	})
}

// resultOf is the type of what a delegate gives: Object for one whose type is
// not settled.
func resultOf(f value.Value) *value.Type {
	if d, ok := value.As[*value.Delegate](f); ok {
		if t := d.Returns(); t != nil && !t.IsTypeParameter {
			return t
		}
	}
	return value.TypeObject
}

func findItems(from func(*value.Call) []value.Value, predicate int, c *value.Call) ([]value.Value, error) {
	var out []value.Value
	items := from(c)
	err := matching(from, predicate, func(i int) bool { out = append(out, items[i]); return false }, c)
	return out, err
}

func findIndex(from func(*value.Call) []value.Value, predicate int, last bool) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		at := -1
		err := matching(from, predicate, func(i int) bool { at = i; return !last }, c)
		return value.Int(at), err
	}
}

func findItem(from func(*value.Call) []value.Value, predicate int, last bool) dotnet.Body {
	index := findIndex(from, predicate, last)
	return func(c *value.Call) (value.Value, error) {
		at, err := index(c)
		if err != nil {
			return value.Null, err
		}
		if at.Int64() < 0 {
			searched := c.This
			if searched.IsNull() {
				searched = c.Args[0]
			}
			return dotnet.ZeroOf(elementTypeOf(searched)), nil
		}
		return from(c)[at.Int64()], nil
	}
}

func existsItem(from func(*value.Call) []value.Value, predicate int) dotnet.Body {
	index := findIndex(from, predicate, false)
	return func(c *value.Call) (value.Value, error) {
		at, err := index(c)
		return value.Bool(at.Int64() >= 0), err
	}
}

func trueForAll(from func(*value.Call) []value.Value, predicate int) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		found, err := findItems(from, predicate, c)
		return value.Bool(len(found) == len(from(c))), err
	}
}

func forEachItems(items []value.Value, action int, c *value.Call) error {
	_, err := mapItems(items, action, c)
	return err
}

func mapItems(items []value.Value, f int, c *value.Call) ([]value.Value, error) {
	fn := dotnet.Invoker(c.Args[f])
	if fn == nil {
		return nil, dotnet.ErrNullArgument("action")
	}
	out := make([]value.Value, 0, len(items))
	for _, v := range items {
		result, err := fn.Invoke(c.Env, v)
		if err != nil {
			return nil, err
		}
		out = append(out, result)
	}
	return out, nil
}
