package collections

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadLinqPicks adds the methods of Enumerable that give one element, or
// elements by their place.
func loadLinqPicks(b dotnet.Rows) {
	items := func(c *value.Call) []value.Value { return dotnet.ItemsOf(c.Args[0]) }
	b.Static("TSource ElementAt"+linqSource+", int index)", func(c *value.Call) (value.Value, error) {
		if n := dotnet.IntArg(c, 1); n >= 0 && n < len(items(c)) {
			return items(c)[n], nil
		}
		return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "index", msgIndexRange)
	})
	b.Static("TSource ElementAtOrDefault"+linqSource+", int index)", dotnet.Give(func(c *value.Call) value.Value {
		if n := dotnet.IntArg(c, 1); n >= 0 && n < len(items(c)) {
			return items(c)[n]
		}
		return dotnet.ZeroOf(elementTypeOf(c.Args[0]))
	}))
	for name, orDefault := range map[string]bool{"Single": false, "SingleOrDefault": true} {
		b.Static("TSource "+name+linqSource+")", func(c *value.Call) (value.Value, error) { return single(c, items(c), orDefault, "") })
		b.Static("TSource "+name+linqSource+linqPredicate, func(c *value.Call) (value.Value, error) {
			found, err := findItems(items, 1, c)
			if err != nil {
				return value.Null, err
			}
			return single(c, found, orDefault, "matching ")
		})
	}
	b.Static("TSource Last"+linqSource+linqPredicate, func(c *value.Call) (value.Value, error) {
		found, err := findItems(items, 1, c)
		if err != nil || len(found) > 0 {
			return last(found), err
		}
		return value.Null, dotnet.Throw(dotnet.ExInvalidOperation, "Sequence contains no matching element")
	})
	part := func(sig string, f func(c *value.Call, all []value.Value) []value.Value) {
		b.Static("System.Object[] "+sig, dotnet.Give(func(c *value.Call) value.Value {
			return typedItems(elementTypeOf(c.Args[0]), f(c, items(c)))
		}))
	}
	part("SkipLast"+linqSource+", int count)", func(c *value.Call, all []value.Value) []value.Value {
		return all[:len(all)-min(max(0, dotnet.IntArg(c, 1)), len(all))]
	})
	part("TakeLast"+linqSource+", int count)", func(c *value.Call, all []value.Value) []value.Value {
		return all[len(all)-min(max(0, dotnet.IntArg(c, 1)), len(all)):]
	})
	part("DefaultIfEmpty"+linqSource+")", func(c *value.Call, all []value.Value) []value.Value {
		if len(all) == 0 {
			return []value.Value{dotnet.ZeroOf(elementTypeOf(c.Args[0]))}
		}
		return all
	})
	part("AsEnumerable"+linqSource+")", func(_ *value.Call, all []value.Value) []value.Value { return all })
	b.Static("System.Object[] Empty()", dotnet.Give(func(c *value.Call) value.Value { return typedItems(typeArgument(c), nil) }))
	b.Static("long LongCount"+linqSource+")", dotnet.Give(func(c *value.Call) value.Value { return value.Long(int64(len(items(c)))) }))
	loadLinqOrder(b)
}

// single is the only element; what says which elements were asked for.
func single(c *value.Call, found []value.Value, orDefault bool, what string) (value.Value, error) {
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return value.Null, dotnet.Throw(dotnet.ExInvalidOperation, "Sequence contains more than one %selement", what)
	case orDefault:
		return dotnet.ZeroOf(elementTypeOf(c.Args[0])), nil
	case what == "":
		return value.Null, errNoElements()
	}
	return value.Null, dotnet.Throw(dotnet.ExInvalidOperation, "Sequence contains no %selement", what)
}

// loadLinqOrder adds sorting without a key, and what stands first in an order.
func loadLinqOrder(b dotnet.Rows) {
	for name, descending := range map[string]bool{"Order": false, "OrderDescending": true} {
		b.Static("System.Object[] "+name+linqSource+")", func(c *value.Call) (value.Value, error) {
			all := slices.Clone(dotnet.ItemsOf(c.Args[0]))
			var failed error
			compare := order(c.Env, value.Null, &failed)
			slices.SortStableFunc(all, func(x, y value.Value) int {
				if descending {
					x, y = y, x
				}
				return compare(x, y)
			})
			return typedItems(elementTypeOf(c.Args[0]), all), failed
		})
	}
	for name, descending := range map[string]bool{"MinBy": false, "MaxBy": true} {
		b.Static("TSource "+name+linqSource+linqKey, func(c *value.Call) (value.Value, error) {
			sorted, err := orderedBy(c, dotnet.ItemsOf(c.Args[0]), descending)
			return first(sorted), err
		})
	}
	// Totals of what a function makes of each element.
	for name, total := range map[string]dotnet.Body{"Sum": sumItems, "Average": average, "Max": extreme(1), "Min": extreme(-1)} {
		b.Static("TResult "+name+linqSource+linqSelector, func(c *value.Call) (value.Value, error) {
			made, err := mapItems(dotnet.ItemsOf(c.Args[0]), 1, c)
			if err != nil {
				return value.Null, err
			}
			call := *c
			call.Args = []value.Value{typedItems(resultOf(c.Args[1]), made)}
			return total(&call)
		})
	}
}
