package psjson

import (
	"fmt"

	"exolab/runtime/dotnet/collections"
	"exolab/runtime/value"
)

// container collects the properties of one JSON object.
type container interface {
	set(name string, v value.Value) error
	value() value.Value
}

func (d *Decoder) newContainer() container {
	if d.AsHashtable {
		table := value.NewOrdered()
		table.T, table.CaseSensitive = collections.TypeOrderedHashtable, true
		return tableContainer{table}
	}
	return &objectContainer{o: value.NewObject(4)}
}

type tableContainer struct{ table *value.Dict }

func (t tableContainer) set(name string, v value.Value) error {
	t.table.Set(value.Str(name), v)
	return nil
}

func (t tableContainer) value() value.Value { return value.Obj(t.table) }

type objectContainer struct{ o *value.PSObject }

func (c *objectContainer) set(name string, v value.Value) error {
	if name == "" {
		return &KeyError{ID: "EmptyKeyInJsonString",
			Message: "The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch."}
	}
	if i := c.o.IndexOf(value.Fold(name)); i >= 0 {
		if known := c.o.Shape().Names()[i]; known != name {
			return &KeyError{ID: "KeysWithDifferentCasingInJsonString",
				Message: fmt.Sprintf("Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '%s' was '%s'.", known, name)}
		}
	}
	c.o.Set(name, v)
	return nil
}

func (c *objectContainer) value() value.Value { return value.Obj(c.o) }
