package core

import (
	"sort"

	"exolab/runtime"
	"exolab/runtime/value"
)

// selectWindow decides by position which objects of the input pass.
type selectWindow interface {
	// next takes the next object; a true result says that ready passes now.
	next(v value.Value) (ready value.Value, ok bool)
	// done says that no later object can pass.
	done() bool
	// rest returns what passes at the end of the input.
	rest() []value.Value
}

func (c *SelectObject) newWindow(ctx *runtime.Context) selectWindow {
	switch {
	case ctx.ParameterSet() == "SkipIndexParameter":
		return &skipIndexes{skip: indexSet(c.SkipIndex)}
	case ctx.ParameterSet() == "IndexParameter":
		return newIndexes(c.Index)
	case ctx.Bound("SkipLast"):
		return &heldBack{skip: c.Skip, hold: c.SkipLast}
	case ctx.Bound("Last"):
		return &lastObjects{first: c.First, hasFirst: ctx.Bound("First"), skip: c.Skip, last: c.Last}
	case ctx.Bound("First"):
		return &firstObjects{skip: c.Skip, left: c.First, limited: true}
	}
	return &firstObjects{skip: c.Skip}
}

// firstObjects is -Skip and -First.
type firstObjects struct {
	skip, left int
	limited    bool
}

func (w *firstObjects) next(v value.Value) (value.Value, bool) {
	if w.skip > 0 {
		w.skip--
		return v, false
	}
	if w.limited {
		if w.left == 0 {
			return v, false
		}
		w.left--
	}
	return v, true
}

func (w *firstObjects) done() bool          { return w.limited && w.left == 0 }
func (w *firstObjects) rest() []value.Value { return nil }

// lastObjects is -Last, alone or with -First or -Skip; -Skip counts from the end
// unless there is -First.
type lastObjects struct {
	first, skip, last int
	hasFirst          bool
	kept              []value.Value
}

func (w *lastObjects) next(v value.Value) (value.Value, bool) {
	if w.hasFirst {
		if w.skip > 0 {
			w.skip--
			return v, false
		}
		if w.first > 0 {
			w.first--
			return v, true
		}
		w.keep(v, w.last)
		return v, false
	}
	w.keep(v, w.last+w.skip)
	return v, false
}

func (w *lastObjects) keep(v value.Value, n int) {
	w.kept = append(w.kept, v)
	if len(w.kept) > n {
		w.kept = w.kept[1:]
	}
}

func (w *lastObjects) done() bool { return false }

func (w *lastObjects) rest() []value.Value {
	if w.hasFirst {
		return w.kept
	}
	return w.kept[:max(0, len(w.kept)-w.skip)]
}

// heldBack is -SkipLast: each object passes when enough others came after it.
type heldBack struct {
	skip, hold int
	queue      []value.Value
}

func (w *heldBack) next(v value.Value) (value.Value, bool) {
	if w.skip > 0 {
		w.skip--
		return v, false
	}
	w.queue = append(w.queue, v)
	if len(w.queue) <= w.hold {
		return v, false
	}
	ready := w.queue[0]
	w.queue = w.queue[1:]
	return ready, true
}

func (w *heldBack) done() bool          { return false }
func (w *heldBack) rest() []value.Value { return nil }

// indexes is -Index: the objects at these positions, in the input's order.
type indexes struct {
	wanted []int
	at     int
}

func newIndexes(list []int) *indexes {
	wanted := append([]int(nil), list...)
	sort.Ints(wanted)
	return &indexes{wanted: wanted}
}

func (w *indexes) next(v value.Value) (value.Value, bool) {
	at := w.at
	w.at++
	if len(w.wanted) == 0 || w.wanted[0] != at {
		return v, false
	}
	for len(w.wanted) > 0 && w.wanted[0] == at {
		w.wanted = w.wanted[1:]
	}
	return v, true
}

func (w *indexes) done() bool          { return len(w.wanted) == 0 }
func (w *indexes) rest() []value.Value { return nil }

// skipIndexes is -SkipIndex.
type skipIndexes struct {
	skip map[int]bool
	at   int
}

func indexSet(list []int) map[int]bool {
	set := map[int]bool{}
	for _, i := range list {
		set[i] = true
	}
	return set
}

func (w *skipIndexes) next(v value.Value) (value.Value, bool) {
	at := w.at
	w.at++
	return v, !w.skip[at]
}

func (w *skipIndexes) done() bool          { return false }
func (w *skipIndexes) rest() []value.Value { return nil }
