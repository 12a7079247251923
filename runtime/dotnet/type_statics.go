package dotnet

import (
	"strings"

	"exolab/runtime/value"
)

// loadTypeStatics fills the static look-ups of System.Type.
func loadTypeStatics(b Rows) {
	for _, options := range []string{"", ", bool throwOnError", ", bool throwOnError, bool ignoreCase"} {
		b.Static("type GetType(string typeName"+options+")", typeByName)
	}
	b.Static("type ReflectionOnlyGetType(string typeName, bool throwIfNotFound, bool ignoreCase)", func(*value.Call) (value.Value, error) {
		return value.Null, Throw("System.PlatformNotSupportedException", "ReflectionOnly loading is not supported on this platform.")
	})
	b.Static("System.TypeCode GetTypeCode(type type)", Give(func(c *value.Call) value.Value {
		t, ok := value.As[*value.Type](c.Args[0])
		if !ok {
			return value.Enum(MustType("System.TypeCode"), 0)
		}
		return value.Enum(MustType("System.TypeCode"), TypeCode(t))
	}))
	b.Static("type[] GetTypeArray(System.Object[] args)", func(c *value.Call) (value.Value, error) {
		if c.Args[0].IsNull() {
			return value.Null, ErrNullArgument("args")
		}
		var types []*value.Type
		for _, v := range ItemsOf(c.Args[0]) {
			t := value.TypeOf(v)
			if t == nil {
				return value.Null, ErrNullArgument("args")
			}
			types = append(types, t)
		}
		return typeArray(types), nil
	})
}

// typeByName is GetType: null or an error for what is not found. Unlike
// PowerShell's own look-up it takes full names only, and case counts unless the
// third argument says otherwise.
func typeByName(c *value.Call) (value.Value, error) {
	if c.Args[0].IsNull() {
		return value.Null, ErrNullArgument("typeName")
	}
	name := TextArg(c, 0)
	if t, ok := lookupBuiltin(name); ok && (t.FullName == name || strings.ContainsAny(name, "[,") || ignoresCase(c) && strings.EqualFold(t.FullName, name)) {
		return value.Obj(t), nil
	}
	if len(c.Args) > 1 && c.Args[1] == value.True {
		return value.Null, Throw("System.TypeLoadException", "Could not load type '%s'.", name)
	}
	return value.Null, nil
}

func ignoresCase(c *value.Call) bool { return len(c.Args) > 2 && c.Args[2] == value.True }

// codeDBNull is TypeCode.DBNull.
const codeDBNull = 2

// TypeCode is the System.TypeCode of the values of a type; enums have that of
// the numbers beneath.
func TypeCode(t *value.Type) int64 {
	if t == value.TypeDBNull {
		return codeDBNull
	}
	return codeOfKind(t.Kind)
}
