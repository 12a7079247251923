package core

import (
	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// CompareObject is Compare-Object.
type CompareObject struct {
	ReferenceObject  []value.Value  `ps:"type=psobject[],allowemptycollection,mandatory,position=0"`
	DifferenceObject []value.Value  `ps:"type=psobject[],allowemptycollection,mandatory,position=1,pipeline"`
	SyncWindow       *int           `ps:"range=0:2147483647"`
	Property         []value.Value  `ps:""`
	ExcludeDifferent cmdlets.Switch `ps:""`
	IncludeEqual     cmdlets.Switch `ps:""`
	PassThru         cmdlets.Switch `ps:""`
	Culture          string         `ps:""`
	CaseSensitive    cmdlets.Switch `ps:""`

	by         []objects.Expression
	references []compared
	next       int
	// The backlogs hold what has found no partner yet.
	lostReferences, lostDifferences []compared
}

// compared is an object with the values it is compared by.
type compared struct {
	object value.Value
	keys   []value.Value
}

// Begin reads the properties to compare by.
func (c *CompareObject) Begin(ctx *runtime.Context) (err error) {
	if c.ExcludeDifferent && !cmdlets.Switch(ctx.Bound("IncludeEqual")) {
		c.IncludeEqual = true
	}
	c.by, err = objects.ParseList(ctx, c.Property, objects.GroupDefinition)
	return err
}

// Process compares the difference objects at hand with the references.
func (c *CompareObject) Process(ctx *runtime.Context) error {
	if c.references == nil {
		c.references = make([]compared, 0, len(c.ReferenceObject))
		for _, v := range c.ReferenceObject {
			c.references = append(c.references, c.compared(ctx, v))
		}
	}
	for _, v := range c.DifferenceObject {
		entry := c.compared(ctx, v)
		if err := c.step(ctx, &entry); err != nil {
			return err
		}
	}
	return nil
}

// End compares the references left over and emits what found no partner.
func (c *CompareObject) End(ctx *runtime.Context) error {
	for c.next < len(c.references) {
		if err := c.step(ctx, nil); err != nil {
			return err
		}
	}
	for _, e := range c.lostDifferences {
		if err := c.different(ctx, e, "=>"); err != nil {
			return err
		}
	}
	for _, e := range c.lostReferences {
		if err := c.different(ctx, e, "<="); err != nil {
			return err
		}
	}
	return nil
}

func (c *CompareObject) compared(ctx *runtime.Context, v value.Value) compared {
	if len(c.by) == 0 {
		return compared{v, []value.Value{v}}
	}
	e := compared{object: v}
	for i := range c.by {
		key, err := c.by[i].Evaluate(ctx, v)
		if err != nil {
			key = value.Null
		}
		e.keys = append(e.keys, key)
	}
	return e
}

func (c *CompareObject) same(ctx *runtime.Context, a, b compared) bool {
	for i := range a.keys {
		if objects.Compare(ctx.Env(), a.keys[i], b.keys[i], bool(c.CaseSensitive)) != 0 {
			return false
		}
	}
	return true
}

// step takes one difference object, or none, and the next reference.
func (c *CompareObject) step(ctx *runtime.Context, difference *compared) error {
	var reference *compared
	if c.next < len(c.references) {
		reference = &c.references[c.next]
		c.next++
	}
	if difference != nil && reference != nil && c.same(ctx, *reference, *difference) {
		return c.equal(ctx, *reference)
	}
	if difference != nil {
		if partner, ok := c.take(ctx, &c.lostReferences, *difference); ok {
			if err := c.equal(ctx, partner); err != nil {
				return err
			}
			difference = nil
		}
	}
	if reference != nil {
		if _, ok := c.take(ctx, &c.lostDifferences, *reference); ok {
			if err := c.equal(ctx, *reference); err != nil {
				return err
			}
			reference = nil
		}
	}
	if difference != nil {
		if err := c.lose(ctx, &c.lostDifferences, *difference, "=>"); err != nil {
			return err
		}
	}
	if reference != nil {
		return c.lose(ctx, &c.lostReferences, *reference, "<=")
	}
	return nil
}

// take removes the partner of an entry from a backlog.
func (c *CompareObject) take(ctx *runtime.Context, backlog *[]compared, e compared) (compared, bool) {
	for i, candidate := range *backlog {
		if c.same(ctx, candidate, e) {
			*backlog = append((*backlog)[:i], (*backlog)[i+1:]...)
			return candidate, true
		}
	}
	return compared{}, false
}

// lose puts an entry into a backlog, which holds no more than -SyncWindow.
func (c *CompareObject) lose(ctx *runtime.Context, backlog *[]compared, e compared, side string) error {
	if c.SyncWindow != nil {
		if *c.SyncWindow == 0 {
			return c.different(ctx, e, side)
		}
		for len(*backlog) >= *c.SyncWindow {
			oldest := (*backlog)[0]
			*backlog = (*backlog)[1:]
			if err := c.different(ctx, oldest, side); err != nil {
				return err
			}
		}
	}
	*backlog = append(*backlog, e)
	return nil
}

func (c *CompareObject) equal(ctx *runtime.Context, e compared) error {
	if !c.IncludeEqual {
		return nil
	}
	return c.emit(ctx, e, "==")
}

func (c *CompareObject) different(ctx *runtime.Context, e compared, side string) error {
	if c.ExcludeDifferent {
		return nil
	}
	return c.emit(ctx, e, side)
}

func (c *CompareObject) emit(ctx *runtime.Context, e compared, side string) error {
	var out value.Value
	switch {
	case bool(c.PassThru):
		out = extensible(e.object)
	case len(c.by) == 0:
		o := value.NewObject(2)
		o.Set("InputObject", e.object)
		out = value.Obj(o)
	default:
		o := value.NewObject(len(c.by) + 1)
		for i := range c.by {
			o.Set(c.by[i].Source(), e.keys[i])
		}
		out = value.Obj(o)
	}
	dotnet.AddMember(out, &value.Member{Name: "SideIndicator", Kind: value.NoteProperty, Value: value.Str(side)})
	return ctx.Emit(out)
}
