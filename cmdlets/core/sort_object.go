package core

import (
	"slices"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// SortObject is Sort-Object.
type SortObject struct {
	Stable        cmdlets.Switch `ps:"set=Default"`
	Descending    cmdlets.Switch `ps:""`
	Unique        cmdlets.Switch `ps:""`
	Top           int            `ps:"range=1:2147483647,mandatory,set=Top"`
	Bottom        int            `ps:"range=1:2147483647,mandatory,set=Bottom"`
	InputObject   value.Value    `ps:"type=psobject,pipeline"`
	Property      []value.Value  `ps:"position=0"`
	Culture       string         `ps:""`
	CaseSensitive cmdlets.Switch `ps:""`

	ordering *ordering
}

// Begin reads the property list.
func (c *SortObject) Begin(ctx *runtime.Context) (err error) {
	c.ordering, err = newOrdering(ctx, c.Property, objects.SortDefinition, bool(c.Descending), bool(c.CaseSensitive))
	return err
}

// Process takes one object.
func (c *SortObject) Process(ctx *runtime.Context) error {
	if c.InputObject.IsNull() {
		return nil
	}
	return c.ordering.add(ctx, c.InputObject)
}

// End emits the objects in order. Equal ones keep the order of the input with
// -Stable, -Top and -Bottom; else they end up where .NET's sort leaves them.
func (c *SortObject) End(ctx *runtime.Context) error {
	if err := c.ordering.finish(ctx); err != nil {
		return err
	}
	entries := c.ordering.entries
	env := ctx.Env()
	if c.Stable || c.Top > 0 || c.Bottom > 0 {
		slices.SortFunc(entries, func(a, b keyed) int {
			if n := c.ordering.compare(env, &a, &b); n != 0 {
				return n
			}
			return a.at - b.at
		})
	} else {
		netfmt.IntroSort(entries, func(a, b *keyed) int { return c.ordering.compare(env, a, b) })
	}
	if c.Unique {
		entries = slices.CompactFunc(entries, func(a, b keyed) bool { return c.ordering.compare(env, &a, &b) == 0 })
	}
	switch {
	case c.Top > 0:
		entries = entries[:min(c.Top, len(entries))]
	case c.Bottom > 0:
		entries = entries[max(0, len(entries)-c.Bottom):]
	}
	for i := range entries {
		if err := ctx.Emit(entries[i].object); err != nil {
			return err
		}
	}
	return nil
}
