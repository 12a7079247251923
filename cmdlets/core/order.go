package core

import (
	"cmp"
	"maps"
	"slices"

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

// ordering computes keys and compares by them. A property that an object lacks
// has the key value.Void, which stands behind all others.
type ordering struct {
	columns       []objects.Expression
	descending    []bool
	fallback      bool
	caseSensitive bool
	// wild is set when a column is a wildcard: those stand for the properties of
	// all objects, which are known at the end.
	wild    bool
	entries []keyed
}

// newOrdering reads a -Property list; each element may have its own direction.
func newOrdering(ctx *runtime.Context, properties []value.Value, definition objects.Definition, descending, caseSensitive bool) (*ordering, error) {
	columns, err := objects.ParseList(ctx, properties, definition)
	if err != nil {
		return nil, err
	}
	o := &ordering{columns: columns, fallback: descending, caseSensitive: caseSensitive}
	o.setDirections()
	return o, nil
}

// setDirections finds the direction of each column.
func (o *ordering) setDirections() {
	o.descending = o.descending[:0]
	for i := range o.columns {
		o.descending = append(o.descending, o.directionOf(&o.columns[i]))
		o.wild = o.wild || o.columns[i].IsPattern()
	}
	if len(o.columns) == 0 {
		o.descending = []bool{o.fallback}
	}
}

// directionOf is a column's own direction; two that contradict each other do
// not count.
func (o *ordering) directionOf(c *objects.Expression) bool {
	up, hasUp := c.Options["ascending"]
	down, hasDown := c.Options["descending"]
	switch {
	case hasUp && hasDown && value.Truth(up) == value.Truth(down):
		return o.fallback
	case hasUp:
		return !value.Truth(up)
	case hasDown:
		return value.Truth(down)
	}
	return o.fallback
}

// add computes the keys of one object; with wildcards, finish does.
func (o *ordering) add(ctx *runtime.Context, v value.Value) error {
	entry := keyed{object: v, at: len(o.entries)}
	if len(o.columns) == 0 {
		entry.keys = []value.Value{value.Unwrap(v)}
	} else if !o.wild {
		if err := o.setKeys(ctx, &entry); err != nil {
			return err
		}
	}
	if err := value.CheckGrowth(o.entries); err != nil {
		return err
	}
	o.entries = append(o.entries, entry)
	return nil
}

// finish resolves wildcards over all objects and computes the keys.
func (o *ordering) finish(ctx *runtime.Context) error {
	if !o.wild {
		return nil
	}
	var columns []objects.Expression
	for _, c := range o.columns {
		if !c.IsPattern() {
			columns = append(columns, c)
			continue
		}
		found := map[string]objects.Expression{}
		for i := range o.entries {
			for _, e := range c.Expand(ctx.Env(), o.entries[i].object) {
				found[e.Folded()] = e
			}
		}
		for _, name := range slices.Sorted(maps.Keys(found)) {
			columns = append(columns, found[name])
		}
	}
	o.columns = columns
	o.setDirections()
	for i := range o.entries {
		if err := o.setKeys(ctx, &o.entries[i]); err != nil {
			return err
		}
	}
	return nil
}

func (o *ordering) setKeys(ctx *runtime.Context, entry *keyed) error {
	entry.keys = make([]value.Value, len(o.columns))
	for i := range o.columns {
		key, found, err := o.columns[i].Find(ctx, entry.object)
		switch {
		case err != nil && runtime.Passes(err):
			return err
		case err != nil:
			if err := ctx.WriteError(runtime.RecordOf(err)); err != nil {
				return err
			}
			key = value.Null
		case !found:
			key = value.Void
		case key.IsVoid():
			key = value.Null
		}
		entry.keys[i] = value.Unwrap(key)
	}
	return nil
}

// compare orders two entries by their keys.
func (o *ordering) compare(env value.Env, a, b *keyed) int {
	for i := range min(len(a.keys), len(b.keys)) {
		if n := o.compareKeys(env, i, a.keys[i], b.keys[i]); n != 0 {
			return n
		}
	}
	return 0
}

// compareKeys compares by column i; what has no such property comes last in
// either direction.
func (o *ordering) compareKeys(env value.Env, i int, a, b value.Value) int {
	if a.IsVoid() || b.IsVoid() {
		return cmp.Compare(boolInt(a.IsVoid()), boolInt(b.IsVoid()))
	}
	n := objects.Compare(env, a, b, o.caseSensitive)
	if o.descending[min(i, len(o.descending)-1)] {
		return -n
	}
	return n
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
