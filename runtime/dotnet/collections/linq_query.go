package collections

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

const (
	linqSource    = "(System.Collections.IEnumerable source"
	linqPredicate = ", System.Func[TSource,bool] predicate)"
	linqSelector  = ", System.Func[TSource,TResult] selector)"
	linqKey       = ", System.Func[TSource,TKey] keySelector)"
)

// loadLinqQueries adds the methods of Enumerable that take a function.
func loadLinqQueries(b dotnet.Rows) {
	query := func(sig string, f func(c *value.Call, items []value.Value) ([]value.Value, error)) {
		b.Static("System.Object[] "+sig, func(c *value.Call) (value.Value, error) {
			out, err := f(c, dotnet.ItemsOf(c.Args[0]))
			return typedItems(elementTypeOf(c.Args[0]), out), err
		})
	}
	items := func(c *value.Call) []value.Value { return dotnet.ItemsOf(c.Args[0]) }
	query("Where"+linqSource+linqPredicate, func(c *value.Call, _ []value.Value) ([]value.Value, error) { return findItems(items, 1, c) })
	b.Static("System.Object[] Select"+linqSource+linqSelector, func(c *value.Call) (value.Value, error) {
		out, err := mapItems(items(c), 1, c)
		return typedItems(resultOf(c.Args[1]), out), err
	})
	b.Static("System.Object[] SelectMany"+linqSource+linqSelector, func(c *value.Call) (value.Value, error) {
		lists, err := mapItems(items(c), 1, c)
		var out []value.Value
		for _, l := range lists {
			out = append(out, dotnet.ItemsOf(l)...)
		}
		return value.List(out...), err
	})
	for name, descending := range map[string]bool{"OrderBy": false, "OrderByDescending": true} {
		query(name+linqSource+linqKey, func(c *value.Call, all []value.Value) ([]value.Value, error) { return orderedBy(c, all, descending) })
	}
	query("DistinctBy"+linqSource+linqKey, distinctBy)
	query("SkipWhile"+linqSource+linqPredicate, func(c *value.Call, all []value.Value) ([]value.Value, error) {
		n, err := leading(c, all)
		return all[n:], err
	})
	query("TakeWhile"+linqSource+linqPredicate, func(c *value.Call, all []value.Value) ([]value.Value, error) {
		n, err := leading(c, all)
		return all[:n], err
	})
	b.Static("System.Object[] OfType"+linqSource+")", dotnet.Give(func(c *value.Call) value.Value {
		wanted := typeArgument(c)
		return typedItems(wanted, slices.DeleteFunc(slices.Clone(items(c)), func(v value.Value) bool { return !value.Is(v, wanted) }))
	}))
	b.Static("System.Object[] Cast"+linqSource+")", castItems)
	query("Concat(System.Collections.IEnumerable first, System.Collections.IEnumerable second)", func(c *value.Call, all []value.Value) ([]value.Value, error) {
		return slices.Concat(all, dotnet.ItemsOf(c.Args[1])), nil
	})
	query("Append"+linqSource+", System.Object element)", func(c *value.Call, all []value.Value) ([]value.Value, error) {
		return append(slices.Clone(all), c.Args[1]), nil
	})
	query("Prepend"+linqSource+", System.Object element)", func(c *value.Call, all []value.Value) ([]value.Value, error) {
		return append([]value.Value{c.Args[1]}, all...), nil
	})
	b.Static("System.Object[] Chunk"+linqSource+", int size)", func(c *value.Call) (value.Value, error) {
		out, err := chunks(c, items(c))
		return value.List(out...), err
	})
	b.Static("int Count"+linqSource+linqPredicate, func(c *value.Call) (value.Value, error) {
		found, err := findItems(items, 1, c)
		return value.Int(len(found)), err
	})
	b.Static("System.Object First"+linqSource+linqPredicate, func(c *value.Call) (value.Value, error) {
		found, err := findItems(items, 1, c)
		if err != nil || len(found) > 0 {
			return first(found), err
		}
		return value.Null, dotnet.Throw(dotnet.ExInvalidOperation, "Sequence contains no matching element")
	})
	b.Static("System.Object FirstOrDefault"+linqSource+linqPredicate, findItem(items, 1, false))
	b.Static("System.Object LastOrDefault"+linqSource+linqPredicate, findItem(items, 1, true))
	loadLinqTotals(b)
	loadLinqMaking(b)
	loadLinqGroups(b)
	loadLinqPicks(b)
}

// leading counts the elements before the first that fails the predicate.
func leading(c *value.Call, all []value.Value) (int, error) {
	test := dotnet.Invoker(c.Args[1])
	if test == nil {
		return 0, dotnet.ErrNullArgument("predicate")
	}
	for i, v := range all {
		ok, err := test.Invoke(c.Env, v)
		if err != nil || !dotnet.TruthOf(ok) {
			return i, err
		}
	}
	return len(all), nil
}

func orderedBy(c *value.Call, all []value.Value, descending bool) ([]value.Value, error) {
	keys, err := mapItems(all, 1, c)
	if err != nil {
		return nil, err
	}
	at := make([]int, len(all))
	for i := range at {
		at[i] = i
	}
	var failed error
	compare := order(c.Env, value.Null, &failed)
	slices.SortStableFunc(at, func(x, y int) int {
		if descending {
			x, y = y, x
		}
		return compare(keys[x], keys[y])
	})
	out := make([]value.Value, len(all))
	for i, from := range at {
		out[i] = all[from]
	}
	return out, failed
}

func distinctBy(c *value.Call, all []value.Value) ([]value.Value, error) {
	keys, err := mapItems(all, 1, c)
	if err != nil {
		return nil, err
	}
	var seen, out []value.Value
	for i, k := range keys {
		if dotnet.IndexOfValue(seen, k) < 0 {
			seen, out = append(seen, k), append(out, all[i])
		}
	}
	return out, nil
}

func chunks(c *value.Call, all []value.Value) ([]value.Value, error) {
	n := dotnet.IntArg(c, 1)
	if n < 1 {
		return nil, dotnet.ThrowParam(dotnet.ExArgumentRange, "size", "Specified argument was out of the range of valid values.")
	}
	var out []value.Value
	for part := range slices.Chunk(all, n) {
		out = append(out, typedItems(elementTypeOf(c.Args[0]), slices.Clone(part)))
	}
	return out, nil
}

// loadLinqTotals adds Min, Max, Average and Aggregate.
func loadLinqTotals(b dotnet.Rows) {
	b.Static("System.Object Max"+linqSource+")", extreme(1))
	b.Static("System.Object Min"+linqSource+")", extreme(-1))
	b.Static("double Average"+linqSource+")", average)
	b.Static("TSource Aggregate"+linqSource+", System.Func[TSource,TSource,TSource] func)", func(c *value.Call) (value.Value, error) {
		all := dotnet.ItemsOf(c.Args[0])
		if len(all) == 0 {
			return value.Null, errNoElements()
		}
		return aggregate(c, all[0], all[1:], c.Args[1])
	})
	b.Static("TAccumulate Aggregate"+linqSource+", TAccumulate seed, System.Func[TAccumulate,TSource,TAccumulate] func)", func(c *value.Call) (value.Value, error) {
		return aggregate(c, c.Args[1], dotnet.ItemsOf(c.Args[0]), c.Args[2])
	})
}

// extreme is Max, or Min for a sign of -1.
func extreme(sign int) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		all := dotnet.ItemsOf(c.Args[0])
		if len(all) == 0 {
			return value.Null, errNoElements()
		}
		var failed error
		compare := order(c.Env, value.Null, &failed)
		return slices.MaxFunc(all, func(x, y value.Value) int { return sign * compare(x, y) }), failed
	}
}

func average(c *value.Call) (value.Value, error) {
	all, sum := dotnet.ItemsOf(c.Args[0]), 0.0
	if len(all) == 0 {
		return value.Null, errNoElements()
	}
	for _, v := range all {
		n, err := dotnet.CastTo(c.Env, v, value.TypeDouble)
		if err != nil {
			return value.Null, err
		}
		sum += n.Float()
	}
	return value.Double(sum / float64(len(all))), nil
}

func errNoElements() error {
	return dotnet.Throw(dotnet.ExInvalidOperation, "Sequence contains no elements")
}

func aggregate(c *value.Call, total value.Value, items []value.Value, by value.Value) (value.Value, error) {
	f := dotnet.Invoker(by)
	if f == nil {
		return value.Null, dotnet.ErrNullArgument("func")
	}
	for _, v := range items {
		next, err := f.Invoke(c.Env, total, v)
		if err != nil {
			return value.Null, err
		}
		total = next
	}
	return total, nil
}

// loadLinqMaking adds what makes sequences out of nothing.
func loadLinqMaking(b dotnet.Rows) {
	b.Static("int[] Range(int start, int count)", func(c *value.Call) (value.Value, error) {
		start, n := dotnet.IntArg(c, 0), dotnet.IntArg(c, 1)
		if n < 0 {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "count", "Specified argument was out of the range of valid values.")
		}
		if err := value.CheckArrayLength(int64(n)); err != nil {
			return value.Null, err
		}
		a := &value.Array{Elem: value.TypeInt32, Items: make([]value.Value, n)}
		for i := range a.Items {
			a.Items[i] = value.Int(start + i)
		}
		return value.Obj(a), nil
	})
	b.Static("System.Object[] Repeat(TResult element, int count)", func(c *value.Call) (value.Value, error) {
		n := dotnet.IntArg(c, 1)
		if n < 0 {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "count", "Specified argument was out of the range of valid values.")
		}
		if err := value.CheckArrayLength(int64(n)); err != nil {
			return value.Null, err
		}
		return value.List(slices.Repeat([]value.Value{c.Args[0]}, n)...), nil
	})
}

// typeArgument is the first type argument of a generic method, Object without
// one.
func typeArgument(c *value.Call) *value.Type {
	if len(c.TypeArgs) == 0 {
		return value.TypeObject
	}
	return c.TypeArgs[0]
}

func typedItems(t *value.Type, items []value.Value) value.Value {
	if t == value.TypeObject {
		return value.List(items...)
	}
	return value.Obj(&value.Array{Elem: t, Items: items})
}

// castItems is Enumerable.Cast, which only takes what already is of the type.
func castItems(c *value.Call) (value.Value, error) {
	wanted, all := typeArgument(c), dotnet.ItemsOf(c.Args[0])
	for _, v := range all {
		if !v.IsNull() && !wanted.IsAssignableFrom(value.TypeOf(v)) {
			return value.Null, dotnet.Throw(dotnet.ExInvalidCast, "Unable to cast object of type '%s' to type '%s'.", value.TypeOf(v).FullName, wanted.FullName)
		}
	}
	return typedItems(wanted, slices.Clone(all)), nil
}
