package tenant

import (
	"iter"
	"slices"
	"strings"
)

// Shape is an ordered list of property names. Bags with the same names share
// one Shape, so a reader can prepare once what it needs per name. It never
// changes after its making.
type Shape struct {
	names []string
	index map[string]int // lower-cased name -> position; nil for short shapes
}

// shortShape is the number of names up to which a linear search beats a map.
const shortShape = 8

// NewShape makes a shape of the names, which must differ in more than case.
func NewShape(names []string) *Shape {
	s := &Shape{names: slices.Clone(names)}
	if len(names) > shortShape {
		s.index = make(map[string]int, 2*len(names))
		for i, name := range s.names {
			s.index[strings.ToLower(name)] = i
			s.index[name] = i
		}
	}
	return s
}

// Names returns the names in order; the caller must not change them.
func (s *Shape) Names() []string {
	if s == nil {
		return nil
	}
	return s.names
}

// Index returns the position of a name, ignoring case, or -1.
func (s *Shape) Index(name string) int {
	if s == nil {
		return -1
	}
	if s.index != nil {
		if i, ok := s.index[name]; ok {
			return i
		}
		if i, ok := s.index[strings.ToLower(name)]; ok {
			return i
		}
		return -1
	}
	for i, n := range s.names {
		if strings.EqualFold(n, name) {
			return i
		}
	}
	return -1
}

// Bag is an ordered list of named values. The values are nil, bool, int64,
// float64, [Number], string, time.Time (UTC), []any of such values, or Bag. The
// zero Bag is empty. Copies of a Bag share their values until Set.
type Bag struct {
	shape  *Shape
	values []any
}

// Number is a JSON number that neither int64 nor float64 holds exactly, as
// written.
type Number string

// NewBag makes a bag over a shape; values[i] belongs to the shape's i-th name.
// The bag takes the slice over.
func NewBag(shape *Shape, values []any) Bag { return Bag{shape: shape, values: values} }

// BagOf makes a bag of name, value, name, value …
func BagOf(pairs ...any) Bag {
	names := make([]string, 0, len(pairs)/2)
	values := make([]any, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		names = append(names, pairs[i].(string))
		values = append(values, pairs[i+1])
	}
	return Bag{shape: NewShape(names), values: values}
}

// Shape returns the bag's names; nil for an empty bag that never had any.
func (b Bag) Shape() *Shape { return b.shape }

// Values returns the values in the order of the names; not to be changed.
func (b Bag) Values() []any { return b.values }

// Len is the number of properties.
func (b Bag) Len() int { return len(b.values) }

// Get returns the value of a name, ignoring case, and whether it is there.
func (b Bag) Get(name string) (any, bool) {
	if i := b.shape.Index(name); i >= 0 {
		return b.values[i], true
	}
	return nil, false
}

// Text returns the value of a name if it is a string, else "".
func (b Bag) Text(name string) string {
	v, _ := b.Get(name)
	s, _ := v.(string)
	return s
}

// Bags returns the elements of a list of bags; nil if the value is none.
func (b Bag) Bags(name string) []Bag {
	v, _ := b.Get(name)
	list, _ := v.([]any)
	var out []Bag
	for _, element := range list {
		if bag, ok := element.(Bag); ok {
			out = append(out, bag)
		}
	}
	return out
}

// All yields names and values in order.
func (b Bag) All() iter.Seq2[string, any] {
	return func(yield func(string, any) bool) {
		for i, name := range b.shape.Names() {
			if !yield(name, b.values[i]) {
				return
			}
		}
	}
}

// Set gives a name a value: in its place if it is there, else at the end. Other
// copies of the bag keep what they had.
func (b *Bag) Set(name string, value any) {
	if i := b.shape.Index(name); i >= 0 {
		b.values = slices.Clone(b.values)
		b.values[i] = value
		return
	}
	b.shape = NewShape(append(slices.Clone(b.shape.Names()), name))
	b.values = append(slices.Clone(b.values), value)
}

// Remove takes a name out and reports whether it was there.
func (b *Bag) Remove(name string) bool {
	i := b.shape.Index(name)
	if i < 0 {
		return false
	}
	b.shape = NewShape(slices.Delete(slices.Clone(b.shape.Names()), i, i+1))
	b.values = slices.Delete(slices.Clone(b.values), i, i+1)
	return true
}
