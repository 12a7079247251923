package dotnet

import "exolab/runtime/value"

func truthOf(v value.Value) bool {
	switch v = value.Unwrap(v); {
	case v.IsNull():
		return false
	case v.Kind() == value.KindString:
		return v.Text() != ""
	case v.Kind() < value.KindString:
		return v.Uint64() != 0
	}
	if items, ok := value.As[*value.Array](v); ok {
		return len(items.Items) > 1 || len(items.Items) == 1 && truthOf(items.Items[0])
	}
	return true
}

// compareValues is Comparer.Default.
func compareValues(env value.Env, a, b value.Value) (int, error) {
	if a.Kind() == value.KindString || b.Kind() == value.KindString {
		return compareText(toText(env, a), toText(env, b), false), nil
	}
	switch {
	case a.Int64() < b.Int64():
		return -1, nil
	case a.Int64() > b.Int64():
		return 1, nil
	}
	return 0, nil
}
