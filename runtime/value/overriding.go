package value

// Overriding is an object whose class may have methods of its own for what
// the engine asks of objects, such as Equals and CompareTo.
type Overriding interface {
	Object
	// Overridden calls the method of that folded name; ok is false if the
	// class has none.
	Overridden(env Env, name string, args ...Value) (v Value, ok bool, err error)
}

// overriddenEquals asks the left operand's own Equals method.
func overriddenEquals(env Env, l, r Value) (same, ok bool) {
	o, is := l.Object().(Overriding)
	if !is || env == nil {
		return false, false
	}
	v, ok, err := o.Overridden(env, "equals", r)
	return ok && err == nil && Truth(v), ok
}

// overriddenCompare asks the left operand's own CompareTo method.
func overriddenCompare(env Env, l, r Value) (order int, ok bool, err error) {
	o, is := l.Object().(Overriding)
	if !is || env == nil {
		return 0, false, nil
	}
	v, ok, err := o.Overridden(env, "compareto", r)
	if !ok || err != nil {
		return 0, ok, err
	}
	n, err := Convert(env, v, TypeInt32)
	return int(n.Int64()), true, err
}
