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
