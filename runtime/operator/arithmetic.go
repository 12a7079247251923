package operator

import (
	"strings"

	"exolab/runtime/value"
)

// Add is the + operator.
func Add(env value.Env, l, r value.Value) (value.Value, error) {
	if l.Kind() == value.KindInt32 && r.Kind() == value.KindInt32 {
		return IntResult(l.Int64() + r.Int64()), nil
	}
	l, r = value.Unwrap(l), value.Unwrap(r)
	switch {
	case l.IsNull():
		return r, nil
	case l.Kind() == value.KindString:
		more := value.ToString(env, r)
		if err := value.CheckTextLength(int64(len(l.Text()) + len(more))); err != nil {
			return value.Null, err
		}
		return value.Str(l.Text() + more), nil
	case l.Kind() == value.KindChar:
		return value.Str(value.ToString(env, l) + value.ToString(env, r)), nil
	}
	if items, ok := value.ListItems(l); ok {
		return concatenate(items, r)
	}
	if d, ok := value.As[*value.Dict](l); ok {
		return addDict(d, r)
	}
	return addition.apply(env, l, r)
}

// IntResult is the result of arithmetic on two Int32: an Int32 if it fits,
// else a Double.
func IntResult(n int64) value.Value {
	if n == int64(int32(n)) {
		return value.Int(int(n))
	}
	return value.Double(float64(n))
}

func concatenate(items []value.Value, r value.Value) (value.Value, error) {
	more := Elements(r)
	if more == nil {
		more = []value.Value{plain(r)}
	}
	if err := value.CheckArrayLength(int64(len(items) + len(more))); err != nil {
		return value.Null, err
	}
	out := make([]value.Value, 0, len(items)+len(more))
	return value.Obj(value.NewArray(append(append(out, items...), more...))), nil
}

func plain(v value.Value) value.Value {
	if v.IsVoid() {
		return value.Null
	}
	return v
}

// Elements returns the elements of a collection, an empty list for an empty
// one, and nil for a value that operators do not take apart.
func Elements(v value.Value) []value.Value {
	if items, ok := value.ListItems(v); ok {
		if items == nil {
			return []value.Value{}
		}
		return items
	}
	switch o := v.Object().(type) {
	case *value.Dict, nil:
		return nil
	case value.Enumerable:
		items := []value.Value{}
		if o.Enumerate(func(e value.Value) error { items = append(items, e); return nil }) == nil {
			return items
		}
	}
	return nil
}

func addDict(d *value.Dict, r value.Value) (value.Value, error) {
	other, ok := value.As[*value.Dict](r)
	if !ok {
		if r.IsNull() {
			return value.Obj(d), nil
		}
		return value.Null, fault("AddHashTableToNonHashTable", "A hash table can only be added to another hash table.")
	}
	sum := value.NewHashtableFor(d.Len() + other.Len())
	sum.T, sum.CaseSensitive = d.T, d.CaseSensitive
	d.Each(func(k, v value.Value) bool { sum.Set(k, v); return true })
	var duplicate error
	other.Each(func(k, v value.Value) bool {
		if _, known := sum.Get(k); known {
			duplicate = fault("RuntimeException", "Item has already been added. Key in dictionary: '%s'  Key being added: '%s'",
				value.ToString(nil, k), value.ToString(nil, k))
			return false
		}
		sum.Set(k, v)
		return true
	})
	return value.Obj(sum), duplicate
}

// Subtract is the binary - operator.
func Subtract(env value.Env, l, r value.Value) (value.Value, error) {
	if l.Kind() == value.KindInt32 && r.Kind() == value.KindInt32 {
		return IntResult(l.Int64() - r.Int64()), nil
	}
	return subtraction.apply(env, zeroIfNull(value.Unwrap(l)), value.Unwrap(r))
}

// Divide is the / operator.
func Divide(env value.Env, l, r value.Value) (value.Value, error) {
	return division.apply(env, zeroIfNull(value.Unwrap(l)), value.Unwrap(r))
}

// Remainder is the % operator.
func Remainder(env value.Env, l, r value.Value) (value.Value, error) {
	return modulus.apply(env, zeroIfNull(value.Unwrap(l)), value.Unwrap(r))
}

// Multiply is the * operator; it repeats strings and arrays.
func Multiply(env value.Env, l, r value.Value) (value.Value, error) {
	l, r = value.Unwrap(l), value.Unwrap(r)
	switch {
	case l.IsNull():
		return value.Null, nil
	case l.Kind() == value.KindString:
		return repeatText(env, l.Text(), r)
	case l.Kind() == value.KindBool && numeric(r) && r.Kind() != value.KindEnum:
		return value.Null, notDefined(l, r, "*")
	}
	if a, ok := value.As[*value.Array](l); ok {
		return repeatArray(env, a, r)
	}
	if items, ok := value.ListItems(l); ok {
		return repeatArray(env, value.NewArray(items), r)
	}
	return multiplication.apply(env, l, r)
}

func repeatText(env value.Env, s string, r value.Value) (value.Value, error) {
	n, err := value.Convert(env, r, value.TypeInt32)
	switch {
	case err != nil:
		return value.Null, err
	case n.Int64() < 0:
		return value.Null, netError("System.ArgumentOutOfRangeException", "times ('%d') must be a non-negative value. (Parameter 'times')\n"+
			"Actual value was %d.", n.Int64(), n.Int64())
	}
	if err := value.CheckTextLength(int64(len(s)) * n.Int64()); err != nil {
		return value.Null, err
	}
	return value.Str(strings.Repeat(s, int(n.Int64()))), nil
}

func repeatArray(env value.Env, a *value.Array, r value.Value) (value.Value, error) {
	n, err := value.Convert(env, r, value.TypeUInt32)
	if err != nil {
		return value.Null, err
	}
	if err := value.CheckArrayLength(int64(len(a.Items)) * n.Int64()); err != nil {
		return value.Null, err
	}
	items := make([]value.Value, 0, len(a.Items)*int(n.Uint64()))
	for range n.Uint64() {
		items = append(items, a.Items...)
	}
	return value.Obj(&value.Array{Elem: a.Elem, Items: items}), nil
}

func zeroIfNull(v value.Value) value.Value {
	if v.IsNull() {
		return value.Int(0)
	}
	return v
}

// apply computes on numbers and strings that hold them, and asks the
// operands' types for the operator otherwise.
func (a *arithmetic) apply(env value.Env, l, r value.Value) (value.Value, error) {
	if v, ok := a.onDoubles(l, r); ok {
		return v, nil
	}
	if !numeric(l) && l.Kind() != value.KindString || a == multiplication && !multiplies(l, r) {
		return a.implicit(env, l, r)
	}
	if r.IsNull() {
		r = value.Int(0)
	}
	l, r, err := scanOperands(env, l, r)
	switch {
	case err != nil:
		return value.Null, err
	case numeric(r):
		return a.numbers(l, r)
	}
	return a.implicit(env, l, r)
}

// multiplies says which pairs * takes as numbers: nothing is multiplied by a
// Boolean on the left, nor a Char by a string.
func multiplies(l, r value.Value) bool {
	if l.Kind() == value.KindBool {
		return false
	}
	return l.Kind() != value.KindChar || r.Kind() != value.KindString
}

// scanOperands reads the operand that is a string as a number; what is none
// is an error that names the other operand's type.
func scanOperands(env value.Env, l, r value.Value) (x, y value.Value, err error) {
	if x, err = scanOperand(env, l, r); err == nil {
		y, err = scanOperand(env, r, l)
	}
	return x, y, err
}

func scanOperand(env value.Env, v, other value.Value) (value.Value, error) {
	if v.Kind() != value.KindString {
		return v, nil
	}
	if v.Text() == "" {
		return value.Int(0), nil
	}
	if n, ok := value.ScanNumber(v.Text()); ok {
		return n, nil
	}
	t := value.TypeOf(other)
	if !numeric(other) || other.Kind() == value.KindBool || other.Kind() == value.KindChar {
		t = value.TypeInt32
	}
	return value.Convert(env, v, t)
}
