package value

import "slices"

// Array is a .NET array. Items holds the elements, already of the element type.
type Array struct {
	Extended
	// Elem is the element type; nil means Object.
	Elem  *Type
	Items []Value
	// Dims holds the lengths of a multi-dimensional array, row-major; nil
	// for ordinary arrays.
	Dims []int
}

// NewArray returns an Object[] that owns items.
func NewArray(items []Value) *Array { return &Array{Items: items} }

// List returns an Object[] value of the given items.
func List(items ...Value) Value { return Obj(&Array{Items: items}) }

// Strings returns a String[] value.
func Strings(items ...string) Value {
	a := &Array{Elem: TypeString, Items: make([]Value, len(items))}
	for i, s := range items {
		a.Items[i] = Str(s)
	}
	return Obj(a)
}

// PSType returns the array type.
func (a *Array) PSType() *Type {
	if a.Elem == nil {
		return TypeObjectArray
	}
	return ArrayOf(a.Elem)
}

// Enumerate calls yield for each element.
func (a *Array) Enumerate(yield func(Value) error) error { return each(a.Items, yield) }

// Sequence is a growable list: ArrayList, List<T>, Collection<T> and their kin.
type Sequence struct {
	Extended
	T     *Type
	Items []Value
	// Version counts changes, so that an enumeration can tell that the list
	// was changed under it.
	Version int
	// ReadOnly and FixedSize reject changes.
	ReadOnly, FixedSize bool
}

// NewArrayList returns an ArrayList that owns items.
func NewArrayList(items []Value) *Sequence { return &Sequence{T: TypeArrayList, Items: items} }

// PSType returns the list's type.
func (l *Sequence) PSType() *Type { return l.T }

// Append puts one more item at the end. A full list doubles, as .NET's do: large
// ones are then copied less often than by append, which adds a quarter.
func (l *Sequence) Append(v Value) {
	if n := len(l.Items); n == cap(l.Items) {
		l.Items = slices.Grow(l.Items, max(n, 4))
	}
	l.Items = append(l.Items, v)
}

// Enumerate calls yield for each element.
func (l *Sequence) Enumerate(yield func(Value) error) error { return each(l.Items, yield) }

func each(items []Value, yield func(Value) error) error {
	for _, v := range items {
		if err := yield(v); err != nil {
			return err
		}
	}
	return nil
}
