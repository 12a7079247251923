package dotnet

import (
	"strings"

	"exolab/runtime/value"
)

// accessor finds the method behind a property, as get_Length and get_Item are
// the methods behind Length and the indexer. Setters of indexers are methods
// of their own in the tables.
func accessor(t *value.Type, folded string) *value.Member {
	name, isGet := strings.CutPrefix(folded, "get_")
	if !isGet {
		return nil
	}
	m := InstanceMember(t, name)
	switch {
	case m == nil:
		return nil
	case m.Method != nil:
		if m.Kind != value.ParameterizedProperty {
			return nil
		}
		return &value.Member{Name: "get_" + m.Name, Kind: value.DotNetMethod, Method: m.Method}
	case m.Get == nil:
		return nil
	}
	o := &value.Overload{Returns: m.Type, Call: func(c *value.Call) (value.Value, error) { return m.Get(c.Env, c.This) }}
	return &value.Member{Name: "get_" + m.Name, Kind: value.DotNetMethod, Method: &value.Method{Name: "get_" + m.Name, Overloads: []*value.Overload{o}}}
}

// SetItem adds a setter of an indexer: "void set_Item(int index, T value)".
func (b Rows) SetItem(sig string, f Body) {
	name, o := parseSignature(sig, b.Type, f)
	addOverload(b.Table.Lookup(value.Fold(name)), name, o, func(m *value.Member) {
		m.Hidden = true
		b.Table.Add(m)
	})
}
