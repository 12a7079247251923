package value

// Truth is how a value counts as a condition: $null, zero, empty strings and
// empty collections are false; a collection of one counts as its element.
func Truth(v Value) bool {
	switch v.Kind() {
	case KindBool, KindChar, KindSByte, KindByte, KindInt16, KindUInt16, KindInt32, KindUInt32, KindInt64, KindUInt64, KindEnum:
		return v.Uint64() != 0
	case KindNull, KindVoid:
		return false
	case KindSingle, KindDouble:
		return v.Float() != 0
	case KindDecimal:
		return !v.Decimal().IsZero()
	case KindString:
		return v.Text() != ""
	case KindObject:
		return objectTruth(v)
	}
	return true
}

func objectTruth(v Value) bool {
	switch o := v.Object().(type) {
	case *Decorated:
		return Truth(o.Inner)
	case SwitchParameter:
		return bool(o)
	case *Array:
		return listTruth(o.Items)
	case *Sequence:
		return listTruth(o.Items)
	case *BigInteger:
		return o.N.Sign() != 0
	}
	return true
}

// listTruth does not look into a list within a list: that is true.
func listTruth(items []Value) bool {
	switch len(items) {
	case 0:
		return false
	case 1:
		if nested, ok := items[0].listItems(); ok {
			return len(nested) > 0
		}
		return Truth(items[0])
	}
	return true
}

// listItems returns the elements of an array or list.
func (v Value) listItems() ([]Value, bool) {
	switch o := v.Object().(type) {
	case *Array:
		return o.Items, true
	case *Sequence:
		return o.Items, true
	}
	return nil, false
}

// ListItems returns the elements of an array or list (IList); the caller must
// not change them.
func ListItems(v Value) ([]Value, bool) {
	if v.Kind() != KindObject {
		return nil, false
	}
	return Unwrap(v).listItems()
}
