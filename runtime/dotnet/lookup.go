package dotnet

import "exolab/runtime/value"

// Adapter is an object whose properties follow from its content, as those of
// an XML element do.
type Adapter interface {
	value.Object
	// Adapted finds a property by name; nil if there is none.
	Adapted(name *Name) *value.Member
	// AdaptedList lists the properties in order.
	AdaptedList() []*value.Member
}

// TypeDataHolder is an Env that keeps type data (Update-TypeData).
type TypeDataHolder interface {
	// HasTypeData reports whether there is any.
	HasTypeData() bool
	// TypeData returns the members given to a type name, or nil.
	TypeData(typeName string) *value.Members
}

// GetMember finds a member that the object itself, its type data or its type
// has: not dictionary entries, not what elements of a collection have. It
// returns nil if there is none.
func GetMember(env value.Env, v value.Value, name *Name) *value.Member {
	// Only objects carry members of their own.
	isObject := v.Kind() == value.KindObject
	if isObject {
		if m := Attached(v, name.Folded); m != nil {
			return m
		}
	}
	if h, ok := env.(TypeDataHolder); ok && h.HasTypeData() {
		for _, typeName := range TypeNames(v) {
			if data := h.TypeData(typeName); data != nil {
				if m := data.Lookup(name.Folded); m != nil {
					return m
				}
			}
		}
	}
	if isObject {
		if a, ok := v.Object().(Adapter); ok {
			if m := a.Adapted(name); m != nil {
				return m
			}
		}
	}
	return name.ofType(value.TypeOf(v))
}

// ofType finds the member that every value of a type has.
func (n *Name) ofType(t *value.Type) *value.Member {
	if n.foundOn == t && n.found != nil {
		return n.found
	}
	m := InstanceMember(t, n.Folded)
	if m == nil {
		m = accessor(t, n.Folded)
	}
	if m == nil {
		m = intrinsics()[n.Folded]
	}
	if n.inPlace {
		n.foundOn, n.found = t, m
	}
	return m
}

// Attached finds a member that belongs to this one object.
func Attached(v value.Value, folded string) *value.Member {
	switch o := v.Object().(type) {
	case *value.PSObject:
		if i := o.IndexOf(folded); i >= 0 {
			return o.MemberAt(i)
		}
	case value.Extensible:
		if ext := o.Extension(); ext != nil {
			if i := ext.Members.IndexOf(folded); i >= 0 {
				return ext.Members.MemberAt(i)
			}
		}
	}
	return nil
}

// InstanceMember finds an instance member in the tables of a type, its bases and
// its interfaces.
func InstanceMember(t *value.Type, folded string) *value.Member {
	for b := t; b != nil; b = b.Base {
		if m := b.Members().Lookup(folded); m != nil {
			return m
		}
	}
	return nil
}

func typeStatic(t *value.Type, folded string) *value.Member {
	for b := t; b != nil; b = b.Base {
		if m := b.Members().LookupStatic(folded); m != nil {
			return m
		}
	}
	return nil
}

// TypeNames returns the PSTypeNames of a value, most specific first.
func TypeNames(v value.Value) []string {
	switch o := v.Object().(type) {
	case *value.PSObject:
		if o.TypeNames != nil {
			return o.TypeNames
		}
	case value.Extensible:
		if ext := o.Extension(); ext != nil && ext.TypeNames != nil {
			return ext.TypeNames
		}
	}
	var names []string
	for t := value.TypeOf(v); t != nil; t = t.Base {
		names = append(names, typeNameForETS(t))
	}
	return names
}

// typeNameForETS is how PSTypeNames spells a type.
func typeNameForETS(t *value.Type) string {
	return DisplayName(t)
}
