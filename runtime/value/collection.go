package value

import "slices"

// Array is a .NET array. Items holds the elements, already of the element type;
// they are changed through Writable.
type Array struct {
	Extended
	// Elem is the element type; nil means Object.
	Elem   *Type
	Items  []Value
	layout *arrayLayout
}

// arrayLayout is what few arrays have.
type arrayLayout struct {
	// dims holds the lengths of a multi-dimensional array, row-major.
	dims []int
	// room is the memory that arrays which grew out of one another share: as
	// many elements as the longest of them has.
	room []Value
}

// Dims returns the lengths of a multi-dimensional array, row-major; nil for an
// ordinary one.
func (a *Array) Dims() []int {
	if a.layout == nil {
		return nil
	}
	return a.layout.dims
}

// SetDims makes the array multi-dimensional.
func (a *Array) SetDims(dims []int) { a.layout = &arrayLayout{dims: dims} }

// Clone returns an array of the same shape with elements of its own.
func (a *Array) Clone() *Array {
	c := &Array{Elem: a.Elem, Items: slices.Clone(a.Items)}
	if dims := a.Dims(); dims != nil {
		c.SetDims(dims)
	}
	return c
}

// Grown returns an Object[] of the array's elements and more behind them. In a
// script that adds to an array over and over, the elements are not copied each
// time: both arrays share them until one is changed.
func (a *Array) Grown(more ...Value) *Array {
	n, l := len(a.Items), a.layout
	if l == nil || l.room == nil || len(l.room) != n {
		l = &arrayLayout{room: a.Items[:n:n]}
	}
	l.room = append(l.room, more...)
	return &Array{Items: l.room[:len(l.room):len(l.room)], layout: l}
}

// Writable returns the elements to be changed in place. They are no longer
// shared with other arrays.
func (a *Array) Writable() []Value {
	if a.layout != nil && a.layout.room != nil {
		a.Items, a.layout = slices.Clone(a.Items), nil
	}
	return a.Items
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
func (a *Array) Enumerate(yield func(Value) error) error {
	for i := 0; i < len(a.Items); i++ {
		if err := yield(a.Items[i]); err != nil {
			return err
		}
	}
	return nil
}

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

// CheckGrowth returns the exception for a list that Append must double where
// the process has no room for that, else nil.
func (l *Sequence) CheckGrowth() error {
	if n := len(l.Items); n == cap(l.Items) {
		return CheckRoom(2 * int64(n) * elementSize)
	}
	return nil
}

// Append puts one more item at the end. A full list doubles, as .NET's do: large
// ones are then copied less often than by append, which adds a quarter.
func (l *Sequence) Append(v Value) {
	if n := len(l.Items); n == cap(l.Items) {
		l.Items = slices.Grow(l.Items, max(n, 4))
	}
	l.Items = append(l.Items, v)
}

// Enumerate calls yield for each element.
func (l *Sequence) Enumerate(yield func(Value) error) error {
	for _, v := range l.Items {
		if err := yield(v); err != nil {
			return err
		}
	}
	return nil
}
