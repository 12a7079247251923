package value

import "math/big"

// Convert turns v into a value of type t by PowerShell's rules (casts, typed
// variables, parameters, method arguments). The error is an *Exception with
// the message and identifier that PowerShell gives. env may be nil.
func Convert(env Env, v Value, t *Type) (Value, error) {
	from := TypeOf(v)
	switch {
	case from == t:
		return v, nil
	case t == TypeObject:
		return asObject(v), nil
	case from == nil:
		return convertNull(t)
	case t == TypePSObject:
		return v, nil
	case t == TypePSCustomObject:
		return convertToCustomObject(v), nil
	case t.IsAssignableFrom(from):
		return v, nil
	case isNullable(t):
		return convertNullable(env, v, t)
	}
	return convertBare(env, Unwrap(v), t)
}

// Is reports whether v is an instance of t, as -is tells.
func Is(v Value, t *Type) bool {
	from := TypeOf(v)
	switch {
	case from == nil:
		return false
	case t == TypePSObject || t == TypePSCustomObject:
		_, custom := v.Object().(*PSObject)
		_, decorated := v.Object().(*Decorated)
		return custom || decorated && t == TypePSObject
	case isNullable(t):
		return t.Args[0].IsAssignableFrom(from)
	}
	return t.IsAssignableFrom(from)
}

func asObject(v Value) Value {
	if v.IsVoid() {
		return Null
	}
	return v
}

func isNullable(t *Type) bool {
	return t.Definition != nil && t.Definition.FullName == "System.Nullable`1"
}

func convertNull(t *Type) (Value, error) {
	switch {
	case t.Enum != nil:
		return Null, castError("nullToEnumInvalidCast", "Cannot convert null to type \"%s\" due to enumeration values that are not valid. "+
			"Specify one of the following enumeration values and try again. The possible enumeration values are \"%s\".", t.FullName, enumNames(t, ","))
	case t == TypeString:
		return Str(""), nil
	case t == TypeBoolean:
		return False, nil
	case t == TypeChar:
		return Char(0), nil
	case t == TypeSwitch:
		return Switch(false), nil
	case isNumeric(t):
		return zeroOf(t), nil
	case t == TypeBigInteger:
		return BigOf(new(big.Int)), nil
	case t.IsValueType && !isNullable(t):
		return Null, castError(idNullToObject, "Cannot convert null to type \"%s\".", t.FullName)
	}
	return Null, nil
}

func isNumeric(t *Type) bool {
	return t.Enum == nil && t.Kind >= KindSByte && t.Kind <= KindDecimal
}

func zeroOf(t *Type) Value {
	switch t.Kind {
	case KindDecimal:
		return DecimalOf(0)
	case KindSingle, KindDouble, KindSByte, KindByte, KindInt16, KindUInt16, KindInt32, KindUInt32, KindInt64, KindUInt64:
		return scalar(t.Kind, 0)
	}
	return Null
}

func convertNullable(env Env, v Value, t *Type) (Value, error) {
	if d, ok := v.Object().(*Dict); ok && d.Len() == 0 {
		return Null, causedError(idConstructor, v, t, "Cannot process argument because the value of argument \"obj\" is null. "+
			"Change the value of argument \"obj\" to a non-null value.")
	}
	out, err := Convert(env, v, t.Args[0])
	if isFinal(err) {
		return Null, finalError(v, t)
	}
	return out, err
}

// convertBare converts a value that is neither null, decorated nor already of
// the type.
func convertBare(env Env, v Value, t *Type) (Value, error) {
	switch {
	case t == TypeString:
		return Str(ToString(env, v)), nil
	case t == TypeBoolean:
		return Bool(Truth(v)), nil
	case t == TypeArray:
		return convertToArray(env, v, TypeObjectArray)
	case t.Elem != nil:
		return convertToArray(env, v, t)
	case IsDBNull(v):
		return Null, causedError(idIConvertible, v, t, "Object cannot be cast from DBNull to other types.")
	case t.Enum != nil:
		return convertToEnum(env, v, t)
	case t.Base == TypeDelegate:
		return convertToDelegate(v, t)
	case t == TypeSwitch:
		return convertToSwitch(v)
	case isNumeric(t) || t == TypeChar:
		return convertToNumber(env, v, t)
	}
	return convertToObject(env, v, t)
}

func convertToSwitch(v Value) (Value, error) {
	if v.Kind() == KindBool {
		return Switch(v.Uint64() != 0), nil
	}
	return Null, finalError(v, TypeSwitch)
}

// convertToCustomObject is [pscustomobject]: a dictionary becomes an object,
// everything else stays what it is.
func convertToCustomObject(v Value) Value {
	d, ok := v.Object().(*Dict)
	if !ok {
		return v
	}
	o := NewObject(d.Len())
	d.Each(func(key, item Value) bool {
		name := ToString(nil, key)
		if Fold(name) == "pstypename" {
			o.TypeNames = append([]string{ToString(nil, item)}, "System.Management.Automation.PSCustomObject", "System.Object")
			return true
		}
		o.Set(name, item)
		return true
	})
	return Obj(o)
}
