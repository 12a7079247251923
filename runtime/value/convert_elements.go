package value

// fromElements gives a collection type with one type argument its elements
// through a constructor that takes a list of them. Only an array is taken
// apart; any other value becomes the only element, unconverted where it already
// is of the element's type, so that an array of numbers is one object.
func fromElements(env Env, v Value, t *Type) (out Value, ok bool, err error) {
	o := elementConstructor(t)
	if o == nil {
		return Null, false, nil
	}
	elem := t.Args[0]
	var items []Value
	array, isArray := v.Object().(*Array)
	switch {
	case elem.IsAssignableFrom(TypeOf(v)):
		items = []Value{v}
	case !isArray:
		one, err := Convert(env, v, elem)
		if err != nil {
			return Null, true, err
		}
		items = []Value{one}
	default:
		items = make([]Value, len(array.Items))
		for i, e := range array.Items {
			if items[i], err = Convert(env, Unwrap(e), elem); err != nil {
				return Null, true, finalError(v, t)
			}
		}
	}
	list := &Array{Elem: elem, Items: items}
	if out, err = o.Call(&Call{Env: env, Type: t, Args: []Value{Obj(list)}}); err != nil {
		return Null, true, causedError(idConstructor, v, t, messageOf(err))
	}
	return out, true, nil
}

// elementConstructor finds the constructor of a generic collection that takes
// the elements as IEnumerable<T>, ICollection<T> or IList<T>.
func elementConstructor(t *Type) *Overload {
	if t.IsAbstract || len(t.Args) != 1 || !TypeIEnumerable.IsAssignableFrom(t) {
		return nil
	}
	constructors := t.Members().Constructors
	if constructors == nil {
		return nil
	}
	for _, o := range constructors.Overloads {
		if len(o.Params) != 1 || o.Params[0].Type == nil || len(o.Params[0].Type.Args) != 1 || o.Params[0].Type.Args[0] != t.Args[0] {
			continue
		}
		switch o.Params[0].Type.Definition {
		case TypeIEnumerableOf, TypeICollectionOf, TypeIListOf:
			return o
		}
	}
	return nil
}
