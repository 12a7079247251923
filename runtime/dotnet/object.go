package dotnet

import (
	"hash/maphash"

	"exolab/runtime/value"
)

// loadObject fills what every object has.
func loadObject(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.method("bool Equals(System.Object obj)", give(func(c *value.Call) value.Value { return value.Bool(sameValue(c.This, c.Args[0])) }))
	b.method("int GetHashCode()", give(func(c *value.Call) value.Value { return value.Int(int(hashCode(c.This))) }))
	b.method("type GetType()", give(func(c *value.Call) value.Value { return value.Obj(value.TypeOf(c.This)) }))
	b.method("string ToString()", give(func(c *value.Call) value.Value {
		// A cast to string joins a collection; its ToString names its type.
		if _, list := elements(c.This); list {
			return value.Str(value.TypeOf(c.This).FullName)
		}
		return value.Str(toText(c.Env, c.This))
	}))
	b.static("bool Equals(System.Object objA, System.Object objB)", give(func(c *value.Call) value.Value { return value.Bool(sameValue(c.Args[0], c.Args[1])) }))
	b.static("bool ReferenceEquals(System.Object objA, System.Object objB)", give(func(c *value.Call) value.Value {
		a, z := c.Args[0], c.Args[1]
		return value.Bool(a.IsNull() && z.IsNull() || a.Object() != nil && a.Object() == z.Object())
	}))
	b.constructor("()", give(func(*value.Call) value.Value { return value.Obj(&plainObject{}) }))
}

// plainObject is [object]::new().
type plainObject struct{ value.Extended }

// PSType returns System.Object.
func (*plainObject) PSType() *value.Type { return value.TypeObject }

var hashSeed = maphash.MakeSeed()

// hashCode is GetHashCode: equal values have equal codes within one run.
func hashCode(v value.Value) int32 {
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
	b := table{t, m}
	b.constructor("()", give(func(*value.Call) value.Value { return value.Obj(value.NewObject(4)) }))
	b.constructor("(System.Object obj)", give(func(c *value.Call) value.Value { return c.Args[0] }))
	b.static("psobject AsPSObject(System.Object obj)", give(func(c *value.Call) value.Value { return c.Args[0] }))
}

// loadCustomObject gives custom objects their ToString, which is empty: only
// conversions to text show the properties.
func loadCustomObject(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.method("string ToString()", give(func(*value.Call) value.Value { return value.Str("") }))
}
