package value

import (
	"sync"
	"sync/atomic"
)

const smallShape = 8

// Shape is the list of property names that objects built alike share.
type Shape struct {
	names  []string
	folded []string
	index  map[string]int

	mu   sync.Mutex
	next map[string]*Shape
	// recent is the shape that was made of this one last.
	recent atomic.Pointer[Shape]
}

var emptyShape = &Shape{}

// Names lists the properties in order. The caller must not change it.
func (s *Shape) Names() []string { return s.names }

// IndexOf returns the position of a folded name, or -1.
func (s *Shape) IndexOf(folded string) int {
	if s.index != nil {
		if i, ok := s.index[folded]; ok {
			return i
		}
		return -1
	}
	for i, n := range s.folded {
		if n == folded {
			return i
		}
	}
	return -1
}

// ShapeOf returns the shape of objects with these properties, which are
// distinct.
func ShapeOf(names ...string) *Shape {
	s := emptyShape
	for _, name := range names {
		s = s.with(name)
	}
	return s
}

// with returns the shape that has name added at the end.
func (s *Shape) with(name string) *Shape {
	t := s.added(name)
	s.recent.Store(t)
	return t
}

func (s *Shape) added(name string) *Shape {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.next[name]; t != nil {
		return t
	}
	t := &Shape{names: append(s.names[:len(s.names):len(s.names)], name), folded: append(s.folded[:len(s.folded):len(s.folded)], Fold(name))}
	if len(t.names) > smallShape {
		t.index = make(map[string]int, len(t.names))
		for i, n := range t.folded {
			t.index[n] = i
		}
	}
	if s.next == nil {
		s.next = map[string]*Shape{}
	}
	s.next[name] = t
	return t
}

// Bag is an ordered list of members: the properties of a custom object, or
// what Add-Member put onto another object. The zero Bag is empty.
type Bag struct {
	shape *Shape
	slots []Value
}

// NewBag returns a bag with room for n members.
func NewBag(n int) Bag { return Bag{shape: emptyShape, slots: make([]Value, 0, n)} }

// BagOf returns a bag of the shape that owns its values.
func BagOf(shape *Shape, values []Value) Bag { return Bag{shape: shape, slots: values} }

// Shape returns the shared list of names, for caches keyed by it.
func (b *Bag) Shape() *Shape {
	if b.shape == nil {
		return emptyShape
	}
	return b.shape
}

// Len returns the number of members.
func (b *Bag) Len() int { return len(b.slots) }

// At returns the slot at a position: a plain value for a note property, a
// value of KindMember otherwise (see MemberAt).
func (b *Bag) At(i int) Value { return b.slots[i] }

// SetAt replaces the note property at a position.
func (b *Bag) SetAt(i int, v Value) { b.slots[i] = v }

// IndexOf returns the position of a folded name, or -1.
func (b *Bag) IndexOf(folded string) int { return b.Shape().IndexOf(folded) }

// MemberAt returns the member at a position.
func (b *Bag) MemberAt(i int) *Member {
	if m := b.slots[i].member(); m != nil {
		return m
	}
	return &Member{Name: b.shape.names[i], Kind: NoteProperty, Value: b.slots[i]}
}

// Get returns the note property of that folded name.
func (b *Bag) Get(folded string) (Value, bool) {
	if i := b.IndexOf(folded); i >= 0 && b.slots[i].Kind() != KindMember {
		return b.slots[i], true
	}
	return Null, false
}

// Set adds a note property or replaces the member of that name.
func (b *Bag) Set(name string, v Value) {
	// Objects are mostly built one like the other: what was added to this shape
	// last is new to it.
	if t := b.Shape().recent.Load(); t != nil && t.names[len(b.slots)] == name {
		b.shape = t
		b.slots = append(b.slots, v)
		return
	}
	if i := b.IndexOf(Fold(name)); i >= 0 {
		b.slots[i] = v
		return
	}
	b.shape = b.Shape().with(name)
	b.slots = append(b.slots, v)
}

// SetMember adds a member that is not a note property, or replaces one.
func (b *Bag) SetMember(m *Member) {
	if m.Kind == NoteProperty {
		b.Set(m.Name, m.Value)
		return
	}
	b.Set(m.Name, memberValue(m))
}

// Remove takes out the member of that folded name.
func (b *Bag) Remove(folded string) bool {
	at := b.IndexOf(folded)
	if at < 0 {
		return false
	}
	names, slots := b.shape.names, b.slots
	*b = NewBag(len(slots) - 1)
	for i, n := range names {
		if i != at {
			b.Set(n, slots[i])
		}
	}
	return true
}

// Clone returns a copy that shares no slots.
func (b *Bag) Clone() Bag {
	return Bag{shape: b.shape, slots: append([]Value(nil), b.slots...)}
}
