package operator

import "exolab/runtime/value"

// Is is the -is operator.
func Is(env value.Env, l, r value.Value) (value.Value, error) {
	t, err := typeOperand(env, r)
	if err != nil {
		return value.Null, wrapped(err)
	}
	return value.Bool(value.Is(l, t)), nil
}

// IsNot is the -isnot operator.
func IsNot(env value.Env, l, r value.Value) (value.Value, error) {
	out, err := Is(env, l, r)
	return value.Bool(!out.AsBool()), err
}

// As is the -as operator: $null where a cast would fail.
func As(env value.Env, l, r value.Value) (value.Value, error) {
	t, err := typeOperand(env, r)
	if err != nil {
		return value.Null, err
	}
	if t == value.TypePSCustomObject {
		t = value.TypePSObject
	}
	if t == value.TypeString && value.Unwrap(l).Kind() == value.KindDateTime {
		return value.Str(value.CultureText(l)), nil
	}
	out, err := value.Convert(env, l, t)
	if err != nil {
		return value.Null, nil
	}
	return out, nil
}

func typeOperand(env value.Env, r value.Value) (*value.Type, error) {
	v, err := value.Convert(env, value.Unwrap(r), value.TypeType)
	if err != nil {
		return nil, err
	}
	t, ok := value.As[*value.Type](v)
	if !ok {
		return nil, fault("RuntimeException", "Cannot convert null to type \"System.Type\".")
	}
	return t, nil
}
