package core

import (
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/value"
)

// keyed is an object with the values it is ordered or grouped by.
type keyed struct {
	object value.Value
	keys   []value.Value
	at     int
}

// ordering computes keys and compares by them.
type ordering struct {
	columns       []objects.Expression
	descending    []bool
	caseSensitive bool
	entries       []keyed
}

var orderKeys = objects.Keys{Options: []string{"ascending", "descending"}}

// newOrdering reads a -Property list; each element may have its own direction.
func newOrdering(ctx *runtime.Context, properties []value.Value, descending, caseSensitive bool) (*ordering, error) {
	columns, err := objects.ParseList(ctx, properties, orderKeys)
	if err != nil {
		return nil, err
	}
	o := &ordering{columns: columns, caseSensitive: caseSensitive}
	for _, c := range columns {
		direction := descending
		if v, ok := c.Options["descending"]; ok {
			direction = value.Truth(v)
		} else if v, ok := c.Options["ascending"]; ok {
			direction = !value.Truth(v)
		}
		o.descending = append(o.descending, direction)
	}
	if len(columns) == 0 {
		o.descending = []bool{descending}
	}
	return o, nil
}

// add computes the keys of one object.
func (o *ordering) add(ctx *runtime.Context, v value.Value) error {
	entry := keyed{object: v, at: len(o.entries)}
	if len(o.columns) == 0 {
		entry.keys = []value.Value{value.Unwrap(v)}
		o.entries = append(o.entries, entry)
		return nil
	}
	entry.keys = make([]value.Value, 0, len(o.columns))
	for i := range o.columns {
		for _, e := range o.expand(ctx, i, v) {
			key, err := e.Evaluate(ctx, v)
			if err != nil {
				if runtime.IsFlow(err) {
					return err
				}
				if err := ctx.WriteError(runtime.RecordOf(err)); err != nil {
					return err
				}
				key = value.Null
			}
			entry.keys = append(entry.keys, value.Unwrap(key))
		}
	}
	o.entries = append(o.entries, entry)
	return nil
}

func (o *ordering) expand(ctx *runtime.Context, i int, v value.Value) []*objects.Expression {
	if !o.columns[i].IsPattern() {
		return []*objects.Expression{&o.columns[i]}
	}
	var all []*objects.Expression
	for _, e := range o.columns[i].Expand(ctx.Env(), v) {
		all = append(all, &e)
	}
	return all
}

// compare orders two entries by their keys.
func (o *ordering) compare(env value.Env, a, b *keyed) int {
	for i := range min(len(a.keys), len(b.keys)) {
		n := objects.Compare(env, a.keys[i], b.keys[i], o.caseSensitive)
		if n == 0 {
			continue
		}
		if o.descending[min(i, len(o.descending)-1)] {
			return -n
		}
		return n
	}
	return 0
}
