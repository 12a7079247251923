package operator

import "exolab/runtime/value"

// equality makes -eq or -ne, which filter a collection on the left.
func equality(want bool) func(ignoreCase bool) Func {
	return func(ignoreCase bool) Func {
		return func(env value.Env, l, r value.Value) (value.Value, error) {
			if l.Kind() != value.KindObject {
				return value.Bool(equal(env, l, r, ignoreCase) == want), nil
			}
			return filter(value.Unwrap(l), func(e value.Value) (bool, error) {
				return equal(env, e, r, ignoreCase) == want, nil
			})
		}
	}
}

// equal is value.Equal, but a number meets a string as the number it spells.
func equal(env value.Env, l, r value.Value, ignoreCase bool) bool {
	if r.Kind() == value.KindString && l.IsNumber() {
		if n, ok := value.ScanNumber(r.Text()); ok {
			r = n
		}
	}
	return value.Equal(env, l, r, ignoreCase)
}

// ordering makes -lt, -le, -gt and -ge.
func ordering(holds func(n int) bool) func(ignoreCase bool) Func {
	return func(ignoreCase bool) Func {
		test := func(env value.Env, l, r value.Value) (bool, error) {
			if l.IsNull() || r.IsNull() {
				if err := comparableWithNull(env, l, r, holds); err != nil {
					return false, err
				}
			} else if isNaN(l) || isNaN(r) {
				return false, nil
			}
			if r.Kind() == value.KindString && numeric(l) && l.Kind() != value.KindBool && l.Kind() != value.KindChar {
				n, err := scanOperand(env, r, l)
				if err != nil {
					return false, err
				}
				r = n
			}
			n, err := value.Compare(env, l, r, ignoreCase)
			return holds(n), err
		}
		return func(env value.Env, l, r value.Value) (value.Value, error) {
			if l.Kind() != value.KindObject {
				ok, err := test(env, l, r)
				if err != nil {
					return value.Null, err
				}
				return value.Bool(ok), nil
			}
			return filter(value.Unwrap(l), func(e value.Value) (bool, error) { return test(env, e, r) })
		}
	}
}

// comparableWithNull is the error of ordering a collection within a collection
// or an enum against $null: the first has no order, and the second is compared
// with a zero of its own type, for which .NET has no operator.
func comparableWithNull(env value.Env, l, r value.Value, holds func(n int) bool) error {
	if Elements(value.Unwrap(l)) != nil {
		return value.Incomparable(env, l, r)
	}
	enum, below := l, holds(-1)
	if l.IsNull() {
		enum, below = r, holds(1)
	}
	if enum.Kind() != value.KindEnum {
		return nil
	}
	name := "GreaterThanOrEqual"
	if below {
		name = "LessThan"
	}
	return netError("System.InvalidOperationException", "The binary operator %s is not defined for the types '%s' and '%s'.", name, typeName(enum), typeName(enum))
}

// isNaN tells the number that is neither above nor below any other.
func isNaN(v value.Value) bool {
	return (v.Kind() == value.KindDouble || v.Kind() == value.KindSingle) && v.Float() != v.Float()
}

// filter applies a test to a single value, or keeps the elements of a
// collection that pass.
func filter(l value.Value, test func(e value.Value) (bool, error)) (value.Value, error) {
	items := Elements(l)
	if items == nil {
		ok, err := test(l)
		if err != nil {
			return value.Null, err
		}
		return value.Bool(ok), nil
	}
	kept := []value.Value{}
	for _, e := range items {
		ok, err := test(e)
		if err != nil {
			return value.Null, err
		}
		if ok {
			kept = append(kept, e)
		}
	}
	return value.Obj(value.NewArray(kept)), nil
}

// containing makes -contains and -notcontains.
func containing(want bool) func(ignoreCase bool) Func {
	return func(ignoreCase bool) Func {
		return func(env value.Env, l, r value.Value) (value.Value, error) {
			return value.Bool(contains(env, l, r, ignoreCase) == want), nil
		}
	}
}

// within makes -in and -notin.
func within(want bool) func(ignoreCase bool) Func {
	return func(ignoreCase bool) Func {
		return func(env value.Env, l, r value.Value) (value.Value, error) {
			return value.Bool(contains(env, r, l, ignoreCase) == want), nil
		}
	}
}

func contains(env value.Env, list, wanted value.Value, ignoreCase bool) bool {
	list = value.Unwrap(list)
	items := Elements(list)
	if items == nil {
		return equal(env, list, wanted, ignoreCase)
	}
	for _, e := range items {
		if equal(env, e, wanted, ignoreCase) {
			return true
		}
	}
	return false
}

// And, Or and Xor are the logical operators on values already computed.
func And(_ value.Env, l, r value.Value) (value.Value, error) {
	return value.Bool(value.Truth(l) && value.Truth(r)), nil
}

// Or is the -or operator.
func Or(_ value.Env, l, r value.Value) (value.Value, error) {
	return value.Bool(value.Truth(l) || value.Truth(r)), nil
}

// Xor is the -xor operator.
func Xor(_ value.Env, l, r value.Value) (value.Value, error) {
	return value.Bool(value.Truth(l) != value.Truth(r)), nil
}
