package operator

import (
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Range is the .. operator on integers or characters.
func Range(env value.Env, l, r value.Value) (value.Value, error) {
	l, r = value.Unwrap(l), value.Unwrap(r)
	if a, ok := character(l); ok {
		if b, ok := character(r); ok {
			return sequence(int64(a), int64(b), func(n int64) value.Value { return value.Char(uint16(n)) }), nil
		}
	}
	from, err := bound(env, l)
	if err != nil {
		return value.Null, err
	}
	to, err := bound(env, r)
	if err != nil {
		return value.Null, err
	}
	if err := value.CheckArrayLength(max(from, to) - min(from, to)); err != nil {
		return value.Null, err
	}
	return sequence(from, to, func(n int64) value.Value { return value.Int(int(n)) }), nil
}

func character(v value.Value) (uint16, bool) {
	if v.Kind() == value.KindChar {
		return uint16(v.Uint64()), true
	}
	if v.Kind() == value.KindString {
		if units := value.Units(v.Text()); len(units) == 1 {
			return units[0], true
		}
	}
	return 0, false
}

func sequence(from, to int64, make1 func(int64) value.Value) value.Value {
	step := int64(1)
	if to < from {
		step = -1
	}
	items := make([]value.Value, 0, (to-from)*step+1)
	for n := from; ; n += step {
		items = append(items, make1(n))
		if n == to {
			return value.Obj(value.NewArray(items))
		}
	}
}

// bound is .NET's Convert.ToInt32.
func bound(_ value.Env, v value.Value) (int64, error) {
	switch {
	case v.IsNull():
		return 0, nil
	case v.Kind() == value.KindString:
		n, err := netfmt.ParseInt(v.Text(), 32, netfmt.StyleInteger, netfmt.Invariant)
		if err != nil {
			if e, ok := err.(*netfmt.Error); ok && e.Kind == netfmt.KindOverflow {
				return 0, netError("System.OverflowException", "%s", e.Message)
			}
			return 0, netError("System.FormatException", "%s", err.Error())
		}
		return n, nil
	case v.Kind() == value.KindDateTime:
		return 0, netError("System.InvalidCastException", "Invalid cast from 'DateTime' to 'Int32'.")
	case numeric(v):
		n, cause := value.ChangeNumber(v, value.KindInt32)
		if cause != "" {
			return 0, netError("System.OverflowException", "%s", cause)
		}
		return n.Int64(), nil
	}
	name := typeName(v)
	if value.TypeOf(v) == value.TypePSCustomObject {
		name = value.TypePSObject.FullName
	}
	return 0, netError("System.InvalidCastException", "Unable to cast object of type '%s' to type 'System.IConvertible'.", name)
}
