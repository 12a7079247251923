package operator

import (
	"unsafe"
	"weak"

	"exolab/runtime/value"
)

// Growing is += in one place of a script. A loop there that adds to a string or
// an array does not copy all of it in each turn.
type Growing struct{ text growingText }

// Add is the + operator.
func (g *Growing) Add(env value.Env, l, r value.Value) (value.Value, error) {
	r = value.Unwrap(r)
	switch l.Kind() {
	case value.KindString:
		more := value.ToString(env, r)
		size := int64(len(l.Text())) + int64(len(more))
		if err := value.CheckTextLength(size); err != nil {
			return value.Null, err
		}
		// add makes half more room than it needs.
		if err := value.CheckRoom(size + size/2); err != nil {
			return value.Null, err
		}
		return value.Str(g.text.add(l.Text(), more)), nil
	case value.KindObject:
		if a, ok := value.As[*value.Array](l); ok {
			return growArray(a, r)
		}
	}
	return Add(env, l, r)
}

func growArray(a *value.Array, r value.Value) (value.Value, error) {
	more := Elements(r)
	if err := value.CheckArrayLength(int64(len(a.Items)) + int64(len(more))); err != nil {
		return value.Null, err
	}
	if more == nil {
		return value.Obj(a.Grown(plain(r))), nil
	}
	return value.Obj(a.Grown(more...)), nil
}

// growingText remembers the memory of the text that it made last: start, the
// bytes in use and their capacity. As long as the next text to be added to is
// that one, what is added goes behind it; the texts before are its beginning
// and stay as they are. The pointer is weak, so that the text lives only as
// long as the script holds it.
type growingText struct {
	start          weak.Pointer[byte]
	used, capacity int
}

// shortText is copied rather than tracked.
const shortText = 256

func (g *growingText) add(s, more string) string {
	size := len(s) + len(more)
	if size < shortText {
		return s + more
	}
	start := unsafe.StringData(s)
	if len(s) != g.used || size > g.capacity || g.start.Value() != start {
		room := make([]byte, size+size/2)
		copy(room, s)
		start = &room[0]
		g.start, g.capacity = weak.Make(start), len(room)
	}
	copy(unsafe.Slice(start, g.capacity)[len(s):], more)
	g.used = size
	return unsafe.String(start, size)
}
