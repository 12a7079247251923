// Package objects looks at objects as data cmdlets do: the properties of an
// object in order, a property of many objects in turn, their text.
package objects

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Column reads one property of many objects; objects built alike are read
// without a search.
type Column struct {
	Name, Folded string

	cache dotnet.PropertyCache
}

// NewColumn returns the column of a property name.
func NewColumn(name string) Column {
	n := dotnet.NameOf(name)
	return Column{Name: n.Text, Folded: n.Folded, cache: dotnet.PropertyCache{Name: n}}
}

// Read returns the property of v, Null where v has none. The entries of a
// dictionary count as its properties.
func (c *Column) Read(env value.Env, v value.Value) (value.Value, error) {
	property, _, err := c.cache.Read(env, v)
	return property, err
}

// Columns returns a column for each property that export cmdlets write for
// an object: its own properties, or the keys of a dictionary.
func Columns(env value.Env, v value.Value) []Column {
	var columns []Column
	if d, ok := value.As[*value.Dict](v); ok {
		d.Each(func(key, _ value.Value) bool {
			columns = append(columns, NewColumn(value.ToString(env, key)))
			return true
		})
		return append(columns, added(d)...)
	}
	for _, m := range Properties(env, v) {
		columns = append(columns, NewColumn(m.Name))
	}
	return columns
}

// added are the columns of the properties that were added to a dictionary.
func added(d *value.Dict) []Column {
	if d.Extension() == nil {
		return nil
	}
	var columns []Column
	bag := &d.Extension().Members
	for i := range bag.Len() {
		if m := bag.MemberAt(i); m.Kind <= value.CodeProperty {
			columns = append(columns, NewColumn(m.Name))
		}
	}
	return columns
}

// Properties lists the properties of an object in PowerShell's order, hidden
// and parameterized ones left out.
func Properties(env value.Env, v value.Value) []*value.Member {
	return propertiesAmong(dotnet.Members(env, v))
}

// AllProperties is Properties with those of the .NET object behind an adapter,
// which only wildcards find.
func AllProperties(env value.Env, v value.Value) []*value.Member {
	return propertiesAmong(dotnet.AllMembers(env, v))
}

func propertiesAmong(members []*value.Member) []*value.Member {
	var properties []*value.Member
	for _, m := range members {
		if m.Kind <= value.CodeProperty && !m.Hidden {
			properties = append(properties, m)
		}
	}
	return properties
}

// CSVTypeName is the name on the #TYPE line of exported objects, without what an
// import put before it; "" for an object without type names.
func CSVTypeName(v value.Value) string {
	names := dotnet.TypeNames(v)
	if len(names) == 0 {
		return ""
	}
	if len(names[0]) >= len(importedPrefix) && strings.EqualFold(names[0][:len(importedPrefix)], importedPrefix) {
		return names[0][len(importedPrefix):]
	}
	return names[0]
}

// importedPrefix stands before the type names of imported objects.
const importedPrefix = "CSV:"

// Find returns the property of v and whether v has it.
func (c *Column) Find(env value.Env, v value.Value) (value.Value, bool, error) {
	return c.cache.Read(env, v)
}
