package format

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Column is one property to show: named, or calculated.
type Column struct {
	// Label is the heading; "" means the expression's text.
	Label string
	// Name is a property name or wildcard, Script a script block that is run
	// with the object in $_. One of them is set.
	Name   string
	Script value.Invoker
	// ScriptText is the text of Script, the heading of a column without Label.
	ScriptText string
	// Width is the column's width in cells, 0 for its share.
	Width int
	Align Align
	// Format is a .NET format string.
	Format string
	// Depth is how deep a custom view goes below this property; nil for as deep
	// as everywhere.
	Depth *int

	// shown is the condition under which a list shows the item, or nil.
	shown *Column

	compute computed
	cache   dotnet.PropertyCache
}

// NewColumn returns the column of a property.
func NewColumn(name string) *Column {
	return &Column{Name: name, cache: dotnet.PropertyCache{Name: dotnet.NameOf(name)}}
}

func (c *Column) heading() string {
	if c.Label != "" {
		return c.Label
	}
	return c.source()
}

// source is the expression as it was written.
func (c *Column) source() string {
	if c.Script != nil {
		return c.ScriptText
	}
	return c.Name
}

// named returns a copy of the column that shows the property of that name.
func (c *Column) named(name string) *Column {
	out := *c
	out.Name = name
	out.cache = dotnet.PropertyCache{Name: dotnet.NameOf(name)}
	return &out
}

// resolve finds the properties of an object that columns stand for. Columns
// that name a missing property stay if keepMissing is set.
func resolve(env value.Env, columns []*Column, v value.Value, keepMissing bool) []*Column {
	var out []*Column
	for _, c := range columns {
		if c.Script != nil || c.compute != nil {
			out = append(out, c)
			continue
		}
		if strings.ContainsAny(c.Name, "*?[") {
			out = append(out, expandWildcard(env, c, v)...)
			continue
		}
		name, found := propertyName(env, v, c.Name)
		if found {
			out = append(out, c.named(name))
		} else if set := propertySet(env, v, c.Name); set != nil {
			for _, n := range set {
				out = append(out, c.named(n))
			}
		} else if keepMissing {
			out = append(out, c.named(c.Name))
		}
	}
	return out
}

func expandWildcard(env value.Env, c *Column, v value.Value) []*Column {
	w, err := netfmt.CompileWildcard(c.Name, true)
	if err != nil {
		return nil
	}
	var out []*Column
	for _, name := range memberNames(env, v) {
		if w.Match(name) {
			out = append(out, c.named(name))
		}
	}
	return out
}

// propertyName finds a property by name in any case and returns its own
// spelling.
func propertyName(env value.Env, v value.Value, name string) (string, bool) {
	if m := dotnet.GetMember(env, v, dotnet.NameOf(name)); m != nil && isProperty(m.Kind) {
		return m.Name, true
	}
	return "", false
}

func isProperty(k value.MemberKind) bool { return k <= value.CodeProperty }

// propertyNames lists the properties that an object shows, in order: those it
// carries itself, those of its .NET type, those that its type was given.
func propertyNames(env value.Env, v value.Value) []string {
	if o, ok := plainObject(v); ok {
		return bagNames(&o.Bag)
	}
	var own *value.Bag
	switch o := v.Object().(type) {
	case *value.PSObject:
		own = &o.Bag
	case value.Extensible:
		if ext := o.Extension(); ext != nil {
			own = &ext.Members
		}
	}
	var names, native, given []string
	for _, m := range dotnet.Members(env, v) {
		switch {
		case !isProperty(m.Kind):
		case own != nil && own.IndexOf(value.Fold(m.Name)) >= 0:
			names = append(names, m.Name)
		case m.Kind == value.Property:
			native = append(native, m.Name)
		default:
			given = append(given, m.Name)
		}
	}
	return append(append(names, native...), given...)
}

// plainObject returns a custom object that has nothing but its own members.
func plainObject(v value.Value) (*value.PSObject, bool) {
	o, ok := v.Object().(*value.PSObject)
	return o, ok && o.TypeNames == nil && o.T == nil
}

func bagNames(b *value.Bag) []string {
	var names []string
	for i, name := range b.Shape().Names()[:b.Len()] {
		if b.At(i).Kind() != value.KindMember || isProperty(b.MemberAt(i).Kind) {
			names = append(names, name)
		}
	}
	return names
}

// memberNames lists the properties in the order in which wildcards find them.
func memberNames(env value.Env, v value.Value) []string {
	if o, ok := plainObject(v); ok {
		return bagNames(&o.Bag)
	}
	var names []string
	for _, m := range dotnet.AllMembers(env, v) {
		if isProperty(m.Kind) {
			names = append(names, m.Name)
		}
	}
	return names
}

func columnsOf(names []string) []*Column {
	out := make([]*Column, len(names))
	for i, n := range names {
		out[i] = NewColumn(n)
	}
	return out
}

// activeColumns are the columns of a list or table for an object: those asked
// for, else its default display set, else all.
func activeColumns(f *Formatter, v value.Value, keepMissing bool) []*Column {
	if f.options != nil && len(f.options.Columns) > 0 {
		return resolve(f.env, f.options.Columns, v, keepMissing)
	}
	if set := defaultSet(f.env, v, f.names.of(v)); len(set) > 0 {
		return columnsOf(set)
	}
	return columnsOf(propertyNames(f.env, v))
}
