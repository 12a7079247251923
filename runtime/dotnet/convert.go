package dotnet

import "exolab/runtime/value"

// convert is the conversion of an argument or a property's new value to the
// type asked for. Script blocks pass as delegates, anything as PSObject.
func convert(env value.Env, v value.Value, t *value.Type) (value.Value, error) {
	from := value.TypeOf(v)
	if t == value.TypeString && value.IsNullString(v) {
		return value.Null, nil
	}
	if t == nil || t == value.TypeObject || from == t || t.IsTypeParameter || isOpenArray(t) && from != nil && from.Elem != nil {
		return value.Unwrap(v), nil
	}
	if from != nil && t.IsAssignableFrom(from) || t == typePSObject || t.Definition == typeNullable && from == nil {
		return v, nil
	}
	if isDelegate(t) {
		if from == nil {
			return v, nil
		}
		if _, ok := v.Object().(*value.Delegate); ok && isOpen(t) {
			return v, nil
		}
		if f, ok := v.Object().(value.Invoker); ok {
			return value.Obj(value.NewDelegate(t, f)), nil
		}
	}
	if from == nil && !t.IsValueType && t.Kind != value.KindString {
		return value.Null, nil
	}
	if t.Definition == typeNullable {
		t = t.Args[0]
	}
	return CastTo(env, v, t)
}

// isOpenArray tells the T[] of a generic method.
func isOpenArray(t *value.Type) bool { return t.Elem != nil && t.Elem.IsTypeParameter }

// isOpen reports whether a delegate type still has type parameters, which a
// delegate that is given has settled.
func isOpen(t *value.Type) bool {
	for _, arg := range t.Args {
		if arg.IsTypeParameter {
			return true
		}
	}
	return false
}
