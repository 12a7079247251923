package value

// convertToArray converts the elements of a collection, or makes a scalar the
// only element.
func convertToArray(env Env, v Value, t *Type) (Value, error) {
	if t.Elem == TypeChar && v.Kind() == KindString {
		units := Units(v.Text())
		if err := CheckArrayLength(int64(len(units))); err != nil {
			return Null, err
		}
		items := make([]Value, len(units))
		for i, u := range units {
			items[i] = Char(u)
		}
		return Obj(&Array{Elem: TypeChar, Items: items}), nil
	}
	items, ok := enumerated(v)
	if !ok {
		return scalarToArray(env, v, t)
	}
	if err := CheckArrayLength(int64(len(items))); err != nil {
		return Null, err
	}
	out := make([]Value, len(items))
	for i, e := range items {
		var err error
		if out[i], err = Convert(env, e, t.Elem); err != nil {
			return Null, err
		}
	}
	return newArray(t, out), nil
}

func newArray(t *Type, items []Value) Value {
	a := &Array{Items: items}
	if t.Elem != TypeObject {
		a.Elem = t.Elem
	}
	return Obj(a)
}

func scalarToArray(env Env, v Value, t *Type) (Value, error) {
	one, err := Convert(env, v, t.Elem)
	if err == nil {
		return newArray(t, []Value{one}), nil
	}
	e, ok := err.(*Exception)
	switch {
	case !ok:
		return Null, err
	case isFinal(err) || e.ErrorID == idObjectCreation || e.ErrorID == idConstructor && v.Kind() == KindObject:
		return Null, finalError(v, t)
	case e.ErrorID == idIConvertible && (v.Kind() == KindBool || v.Kind() == KindDateTime || v.Kind() == KindChar || v.Kind() == KindEnum):
		return Null, convertibleError(v, t)
	}
	return Null, causedError(idScalarToArray, v, t, e.Message)
}
