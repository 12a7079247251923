package core

import (
	"slices"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GroupObject is Group-Object.
type GroupObject struct {
	NoElement     cmdlets.Switch `ps:""`
	AsHashTable   cmdlets.Switch `ps:"alias=AHT,set=HashTable"`
	AsString      cmdlets.Switch `ps:"set=HashTable"`
	InputObject   value.Value    `ps:"type=psobject,pipeline"`
	Property      []value.Value  `ps:"position=0"`
	Culture       string         `ps:""`
	CaseSensitive cmdlets.Switch `ps:""`

	ordering *ordering
	mixed    bool
}

// group is the objects with equal keys.
type group struct {
	keys    []value.Value
	objects []value.Value
}

// Begin reads the property list.
func (c *GroupObject) Begin(ctx *runtime.Context) (err error) {
	c.ordering, err = newOrdering(ctx, c.Property, objects.GroupDefinition, false, bool(c.CaseSensitive))
	return err
}

// Process takes one object.
func (c *GroupObject) Process(ctx *runtime.Context) error {
	if c.InputObject.IsNull() {
		return nil
	}
	if err := c.checkKeys(ctx); err != nil {
		return err
	}
	return c.ordering.add(ctx, c.InputObject)
}

// checkKeys refuses hashtables whose keys would not be one value.
func (c *GroupObject) checkKeys(ctx *runtime.Context) error {
	refuse := func(message string, target value.Value) error {
		return ctx.Throw(errs.New("System.ArgumentException", message, "ArgumentException", value.InvalidArgument, target))
	}
	switch {
	case bool(c.AsString && !c.AsHashTable):
		return refuse("The command cannot be run because the AsString parameter requires that you specify the AsHashtable parameter.", value.Switch(true))
	case bool(c.AsHashTable && !c.AsString) && len(c.Property) > 1:
		return refuse("The command cannot be run because using the AsHashTable parameter with more than one property requires adding the AsString parameter.",
			value.List(c.Property...))
	}
	return nil
}

// noteTypes finds out whether the keys are of different types; nulls are of any.
func (c *GroupObject) noteTypes() {
	var types []*value.Type
	for _, entry := range c.ordering.entries {
		for i, key := range entry.keys {
			if i >= len(types) {
				types = append(types, nil)
			}
			if key.IsNull() {
				continue
			}
			t := value.TypeOf(key)
			c.mixed = c.mixed || types[i] != nil && types[i] != t
			types[i] = t
		}
	}
}

// End emits the groups, in order of their keys if those are comparable.
func (c *GroupObject) End(ctx *runtime.Context) error {
	if err := c.ordering.finish(ctx); err != nil {
		return err
	}
	c.noteTypes()
	env := ctx.Env()
	groups := c.groups(env)
	if !c.mixed {
		c.sort(env, groups)
	}
	if c.AsHashTable {
		return c.emitTable(ctx, groups)
	}
	for _, g := range groups {
		if err := ctx.Emit(c.info(env, g)); err != nil {
			return err
		}
	}
	return nil
}

func (c *GroupObject) groups(env value.Env) []*group {
	var groups []*group
	byText := map[string][]*group{}
	for _, entry := range c.ordering.entries {
		text := c.bucket(env, entry.keys)
		var home *group
		for _, g := range byText[text] {
			if c.sameKeys(env, g.keys, entry.keys) {
				home = g
				break
			}
		}
		if home == nil {
			home = &group{keys: entry.keys}
			groups = append(groups, home)
			byText[text] = append(byText[text], home)
		}
		home.objects = append(home.objects, entry.object)
	}
	return groups
}

// bucket is a text that equal keys share.
func (c *GroupObject) bucket(env value.Env, keys []value.Value) string {
	if len(keys) == 1 {
		return c.bucketKey(env, keys[0])
	}
	parts := make([]string, len(keys))
	for i, k := range keys {
		parts[i] = c.bucketKey(env, k)
	}
	return strings.Join(parts, "\x00")
}

func (c *GroupObject) bucketKey(env value.Env, key value.Value) string {
	text := value.ToString(env, key)
	if c.CaseSensitive {
		return text
	}
	return value.Fold(text)
}

func (c *GroupObject) sameKeys(env value.Env, a, b []value.Value) bool {
	for i := range a {
		if c.ordering.compareKeys(env, i, a[i], b[i]) != 0 {
			return false
		}
	}
	return len(a) == len(b)
}

func (c *GroupObject) sort(env value.Env, groups []*group) {
	slices.SortStableFunc(groups, func(a, b *group) int {
		return c.ordering.compare(env, &keyed{keys: a.keys}, &keyed{keys: b.keys})
	})
}
