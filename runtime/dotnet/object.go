package dotnet

import (
	"hash/maphash"

	"exolab/runtime/value"
)

// loadObject fills what every object has.
func loadObject(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	b.Method("bool Equals(System.Object obj)", Give(func(c *value.Call) value.Value { return value.Bool(SameValue(c.This, c.Args[0])) }))
	b.Method("int GetHashCode()", Give(func(c *value.Call) value.Value { return value.Int(int(HashCode(c.This))) }))
	b.Method("type GetType()", Give(func(c *value.Call) value.Value { return value.Obj(value.TypeOf(c.This)) }))
	b.Method("string ToString()", Give(func(c *value.Call) value.Value {
		// A cast to string joins a collection; its ToString names its type.
		if _, list := elements(c.This); list {
			return value.Str(value.TypeOf(c.This).FullName)
		}
		return value.Str(ToText(c.Env, c.This))
	}))
	b.Static("bool Equals(System.Object objA, System.Object objB)", Give(func(c *value.Call) value.Value { return value.Bool(SameValue(c.Args[0], c.Args[1])) }))
	b.Static("bool ReferenceEquals(System.Object objA, System.Object objB)", Give(func(c *value.Call) value.Value {
		a, z := c.Args[0], c.Args[1]
		return value.Bool(a.IsNull() && z.IsNull() || a.Object() != nil && a.Object() == z.Object())
	}))
	b.Constructor("()", Give(func(*value.Call) value.Value { return value.Obj(&plainObject{}) }))
}

// plainObject is [object]::new().
type plainObject struct{ value.Extended }

// PSType returns System.Object.
func (*plainObject) PSType() *value.Type { return value.TypeObject }

var hashSeed = maphash.MakeSeed()

// HashCode is GetHashCode: equal values have equal codes within one run.
func HashCode(v value.Value) int32 {
	v = value.Unwrap(v)
	if code, stable := value.HashCode(v); stable {
		return code
	}
	switch v.Kind() {
	case value.KindString:
		return int32(maphash.String(hashSeed, v.Text()))
	case value.KindObject:
		if e, ok := v.Object().(equatable); ok {
			return int32(maphash.Comparable(hashSeed, e.HashKey()))
		}
		return int32(maphash.Comparable(hashSeed, v.Object()))
	}
	return int32(v.Uint64() ^ v.Uint64()>>32)
}

func loadPSObject(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	b.Constructor("()", Give(func(*value.Call) value.Value { return value.Obj(value.NewObject(4)) }))
	b.Constructor("(int instanceMemberCapacity)", Give(func(c *value.Call) value.Value { return value.Obj(value.NewObject(max(0, IntArg(c, 0)))) }))
	b.Constructor("(System.Object obj)", Give(func(c *value.Call) value.Value { return c.Args[0] }))
	for name, shown := range map[string]string{"AdaptedMemberSetName": "psadapted", "BaseObjectMemberSetName": "psbase", "ExtendedMemberSetName": "psextended"} {
		b.Constant("string "+name, value.Str(shown))
	}
	loadObjectView(b)
	b.Static("psobject AsPSObject(System.Object obj)", Give(func(c *value.Call) value.Value { return c.Args[0] }))
}

// loadCustomObject gives custom objects their ToString, which is empty: only
// conversions to text show the properties.
func loadCustomObject(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	b.Method("string ToString()", Give(func(*value.Call) value.Value { return value.Str("") }))
}
