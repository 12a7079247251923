package value

import "strconv"

// Truth reports what a value means as a condition.
func Truth(v Value) bool {
	v = Unwrap(v)
	switch {
	case v.IsNull():
		return false
	case v.kind == KindString:
		return v.Text() != ""
	case v.kind < KindString:
		return v.n != 0
	}
	if a, ok := v.ref.(*Array); ok {
		return len(a.Items) > 1 || len(a.Items) == 1 && Truth(a.Items[0])
	}
	if s, ok := AsSwitch(v); ok {
		return s
	}
	return true
}

// ToString returns a value as string expansion shows it.
func ToString(env Env, v Value) (string, error) {
	switch v = Unwrap(v); v.kind {
	case KindNull, KindVoid:
		return "", nil
	case KindString:
		return v.Text(), nil
	case KindBool:
		if v.AsBool() {
			return "True", nil
		}
		return "False", nil
	case KindDouble:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64), nil
	}
	if v.IsInteger() {
		return strconv.FormatInt(v.Int64(), 10), nil
	}
	if e, ok := v.ref.(Enumerable); ok {
		s := ""
		err := e.Enumerate(func(item Value) error {
			text, err := ToString(env, item)
			if s != "" {
				s += " "
			}
			s += text
			return err
		})
		return s, err
	}
	return TypeOf(v).FullName, nil
}

// Convert converts a value to a type as a cast does.
func Convert(env Env, v Value, t *Type) (Value, error) {
	v = Unwrap(v)
	switch {
	case t == TypeObject || t.IsAssignableFrom(TypeOf(v)):
		return v, nil
	case t == TypeString:
		s, err := ToString(env, v)
		return Str(s), err
	case t == TypeBoolean:
		return Bool(Truth(v)), nil
	case t == TypeInt32 && v.kind == KindString:
		n, err := strconv.Atoi(v.Text())
		return Int(n), err
	case t.Kind >= KindSByte && t.Kind <= KindUInt64 && v.IsInteger():
		return Integer(t.Kind, v.Int64()), nil
	}
	return v, nil
}
