package value

// Items returns the elements of an array or a list, or the value itself as the
// only one.
func Items(v Value) []Value {
	switch o := v.Object().(type) {
	case *Array:
		return o.Items
	case *Sequence:
		return o.Items
	}
	return []Value{v}
}

// IsList reports whether a value is an array or a list.
func IsList(v Value) bool {
	switch v.Object().(type) {
	case *Array, *Sequence:
		return true
	}
	return false
}
