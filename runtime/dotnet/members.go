package dotnet

import "exolab/runtime/value"

// Members lists the members of a value: what it carries itself first, then the
// session's type data, then those of its type and bases. env may be nil.
func Members(env value.Env, v value.Value) []*value.Member { return members(env, v, false) }

// AllMembers is Members with what an adapter otherwise hides: the properties of
// the .NET object behind it, which come last.
func AllMembers(env value.Env, v value.Value) []*value.Member { return members(env, v, true) }

func members(env value.Env, v value.Value, behindAdapter bool) []*value.Member {
	l := memberCollector{seen: map[string]bool{}}
	l.attached(v)
	if h, ok := env.(TypeDataHolder); ok && h.HasTypeData() {
		for _, name := range TypeNames(v) {
			if data := h.TypeData(name); data != nil {
				l.all(data.Instance())
			}
		}
	}
	a, adapted := v.Object().(Adapter)
	if adapted {
		l.all(a.AdaptedList())
	}
	l.given(value.TypeOf(v))
	for t := value.TypeOf(v); t != nil; t = t.Base {
		for _, m := range t.Members().Instance() {
			// What an adapter gives stands in for the properties of .NET.
			if !adapted || behindAdapter || m.Kind != value.Property {
				l.add(m)
			}
		}
	}
	return l.out
}

// given adds what PowerShell's type data gives a type and its bases: it stands
// before what .NET declares. The Count of arrays is the engine's own and stands
// last.
func (l *memberCollector) given(t *value.Type) {
	for ; t != nil && t != value.TypeArray; t = t.Base {
		for _, m := range t.Members().Instance() {
			if m.Kind < value.ParameterizedProperty && m.Kind != value.Property {
				l.add(m)
			}
		}
	}
}

// StaticMembers lists the static members of a type.
func StaticMembers(t *value.Type) []*value.Member {
	l := memberCollector{seen: map[string]bool{}}
	l.all(enumConstants(t))
	for ; t != nil; t = t.Base {
		l.all(t.Members().Static())
	}
	return l.out
}

// enumConstants are the values of an enum as static members. Members are made
// on demand: reading one goes straight to the enum's names.
func enumConstants(t *value.Type) []*value.Member {
	if t == nil || t.Enum == nil {
		return nil
	}
	out := make([]*value.Member, len(t.Enum.Names))
	for i, name := range t.Enum.Names {
		v := value.Enum(t, t.Enum.Values[i])
		out[i] = &value.Member{Name: name, Kind: value.Property, Type: ShortName(t),
			Get: func(value.Env, value.Value) (value.Value, error) { return v, nil }}
	}
	return out
}

type memberCollector struct {
	out  []*value.Member
	seen map[string]bool
}

func (l *memberCollector) attached(v value.Value) {
	var bag *value.Bag
	switch o := v.Object().(type) {
	case *value.PSObject:
		bag = &o.Bag
	case value.Extensible:
		if ext := o.Extension(); ext != nil {
			bag = &ext.Members
		}
	}
	if bag == nil {
		return
	}
	for i := range bag.Len() {
		l.add(bag.MemberAt(i))
	}
}

func (l *memberCollector) all(members []*value.Member) {
	for _, m := range members {
		l.add(m)
	}
}

func (l *memberCollector) add(m *value.Member) {
	if folded := value.Fold(m.Name); !l.seen[folded] && !m.Hidden {
		l.seen[folded] = true
		l.out = append(l.out, m)
	}
}
