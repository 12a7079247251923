package dotnet

import (
	"slices"

	"exolab/runtime/value"
)

func loadList(t *value.Type, m *value.Members) {
	b := table{t, m}
	loadCollection(t, m)
	b.get("int Capacity", capacity)
	b.method("void AddRange(System.Collections.Generic.IEnumerable[T] collection)", changing(addRange))
	b.method("void InsertRange(int index, System.Collections.Generic.IEnumerable[T] collection)", changing(insertItems(func(c *value.Call) []value.Value { return itemsOf(c.Args[1]) })))
	b.method("T[] ToArray()", give(func(c *value.Call) value.Value { return typedArray(sequence(c).T, sequence(c).Items) }))
	b.method("void TrimExcess()", run(func(*value.Call) {}))
	b.method("System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly()", give(func(c *value.Call) value.Value {
		l := sequence(c)
		return value.Obj(&value.Sequence{T: value.GenericOf(typeReadOnlyCol, l.T.Args...), Items: l.Items, ReadOnly: true})
	}))
	loadListOrder(b, "T", "System.Collections.Generic.IComparer[T]")
	b.method("void Sort(System.Comparison[T] comparison)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		return value.Void, sortItems(c.Env, l.Items, c.Args[0])
	}))
	loadListRange(b, "System.Collections.Generic.List[T]")
	loadListPredicates(b)
	b.constructor("(int capacity)", give(func(c *value.Call) value.Value { return value.Obj(&value.Sequence{T: c.Type}) }))
}

// loadCollection fills Collection<T>, which List<T> extends.
func loadCollection(t *value.Type, m *value.Members) {
	b := table{t, m}
	loadSequence(b, "T")
	b.method("void Add(T item)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		l.Items = append(l.Items, c.Args[0])
		return value.Void, nil
	}))
	b.method("bool Remove(T item)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		return value.Bool(removeItem(l, c.Args[0])), nil
	}))
	b.constructor("()", give(func(c *value.Call) value.Value { return value.Obj(&value.Sequence{T: c.Type}) }))
	b.constructor("(System.Collections.Generic.IEnumerable[T] collection)", give(func(c *value.Call) value.Value {
		return value.Obj(&value.Sequence{T: c.Type, Items: itemsOf(c.Args[0])})
	}))
}

// matching makes a body of a search: visit gets each position that satisfies
// the predicate and says whether to stop.
func matching(from func(c *value.Call) []value.Value, predicate int, visit func(i int) (stop bool), c *value.Call) error {
	test := invoker(c.Args[predicate])
	if test == nil {
		return errNullArgument("match")
	}
	for i, v := range from(c) {
		result, err := test.Invoke(c.Env, v)
		if err != nil {
			return err
		}
		if truthOf(result) && visit(i) {
			return nil
		}
	}
	return nil
}

func listItems(c *value.Call) []value.Value { return sequence(c).Items }

func loadListPredicates(b table) {
	b.method("T Find(System.Predicate[T] match)", findItem(listItems, 0, false))
	b.method("T FindLast(System.Predicate[T] match)", findItem(listItems, 0, true))
	b.method("int FindIndex(System.Predicate[T] match)", findIndex(listItems, 0, false))
	b.method("int FindLastIndex(System.Predicate[T] match)", findIndex(listItems, 0, true))
	b.method("bool Exists(System.Predicate[T] match)", existsItem(listItems, 0))
	b.method("bool TrueForAll(System.Predicate[T] match)", trueForAll(listItems, 0))
	b.method("System.Collections.Generic.List[T] FindAll(System.Predicate[T] match)", func(c *value.Call) (value.Value, error) {
		found, err := findItems(listItems, 0, c)
		return value.Obj(&value.Sequence{T: sequence(c).T, Items: found}), err
	})
	b.method("int RemoveAll(System.Predicate[T] match)", changing(func(l *value.Sequence, c *value.Call) (value.Value, error) {
		drop := map[int]bool{}
		if err := matching(listItems, 0, func(i int) bool { drop[i] = true; return false }, c); err != nil {
			return value.Null, err
		}
		i := -1
		l.Items = slices.DeleteFunc(l.Items, func(value.Value) bool { i++; return drop[i] })
		return value.Int(len(drop)), nil
	}))
	b.method("void ForEach(System.Action[T] action)", do(func(c *value.Call) error { return forEachItems(listItems(c), 0, c) }))
	b.method("System.Collections.Generic.List[System.Object] ConvertAll(System.Converter[T,System.Object] converter)", func(c *value.Call) (value.Value, error) {
		out, err := mapItems(listItems(c), 0, c)
		return value.Obj(NewList(value.TypeObject, out)), err
	})
}

func findItems(from func(*value.Call) []value.Value, predicate int, c *value.Call) ([]value.Value, error) {
	var out []value.Value
	items := from(c)
	err := matching(from, predicate, func(i int) bool { out = append(out, items[i]); return false }, c)
	return out, err
}

func findIndex(from func(*value.Call) []value.Value, predicate int, last bool) body {
	return func(c *value.Call) (value.Value, error) {
		at := -1
		err := matching(from, predicate, func(i int) bool { at = i; return !last }, c)
		return value.Int(at), err
	}
}

func findItem(from func(*value.Call) []value.Value, predicate int, last bool) body {
	index := findIndex(from, predicate, last)
	return func(c *value.Call) (value.Value, error) {
		at, err := index(c)
		if err != nil || at.Int64() < 0 {
			return value.Null, err
		}
		return from(c)[at.Int64()], nil
	}
}

func existsItem(from func(*value.Call) []value.Value, predicate int) body {
	index := findIndex(from, predicate, false)
	return func(c *value.Call) (value.Value, error) {
		at, err := index(c)
		return value.Bool(at.Int64() >= 0), err
	}
}

func trueForAll(from func(*value.Call) []value.Value, predicate int) body {
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
	fn := invoker(c.Args[f])
	if fn == nil {
		return nil, errNullArgument("action")
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
