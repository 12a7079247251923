package value

import "github.com/cockroachdb/apd/v3"

// dictIndex finds entries by key: strings by a hash of their folded text (as
// they are in a case-sensitive dictionary), scalars by one of their bits, other
// keys by type and content.
//
// slots is an open-addressing table. Removed entries keep their slots until the
// dictionary is compacted.
type dictIndex struct {
	slots []dictSlot
	// taken counts the slots in use.
	taken int
	other map[dictKey]int32
	// blocks hold the entries from entryBlock on.
	blocks [][]dictEntry
}

// dictSlot is a place in the table: the position of an entry plus one, 0 where
// it is free, and the upper half of its key's hash.
type dictSlot struct {
	hash  uint32
	entry int32
}

type dictKey struct {
	t   *Type
	n   uint64
	ref any
}

// newDictIndex returns an index that n entries fill by half at most.
func newDictIndex(n int) *dictIndex {
	size := 4 * smallDict
	for size < 2*n {
		size *= 2
	}
	return &dictIndex{slots: make([]dictSlot, size)}
}

// reindex builds the index anew, with room for one more entry at least.
func (d *Dict) reindex() {
	x := newDictIndex(d.used() + 1)
	if d.index != nil {
		x.blocks = d.index.blocks
	}
	d.index = x
	for i := range d.used() {
		if e := d.at(i); !e.removed() {
			d.indexEntry(Unwrap(e.key), i)
		}
	}
}

// inSlots reports whether an unwrapped key is found through the slots: strings
// and scalars, which are the same key only if they are the same Value.
func inSlots(key Value) bool {
	switch key.Kind() {
	case KindObject, KindDecimal, KindEnum:
		return false
	}
	return true
}

// indexEntry puts the entry at a position, whose unwrapped key is given, into
// the index.
func (d *Dict) indexEntry(key Value, at int) {
	x := d.index
	if !inSlots(key) {
		if x.other == nil {
			x.other = map[dictKey]int32{}
		}
		x.other[keyOf(key)] = int32(at)
		return
	}
	if (x.taken+1)*4 > len(x.slots)*3 {
		d.reindex()
		return
	}
	x.taken++
	mask := uint64(len(x.slots) - 1)
	h := d.hashOf(key)
	slot := h & mask
	for x.slots[slot].entry != 0 {
		slot = (slot + 1) & mask
	}
	x.slots[slot] = dictSlot{uint32(h >> 32), int32(at + 1)}
}

// findIndexed returns the position of a string key in the index, or -1.
func (d *Dict) findIndexed(key string) int {
	h := d.hash(key)
	mask := uint64(len(d.index.slots) - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		slot := d.index.slots[at]
		if slot.entry == 0 {
			return -1
		}
		if entry := int(slot.entry - 1); slot.hash == uint32(h>>32) && d.at(entry).holdsText(key, d.CaseSensitive) {
			return entry
		}
	}
}

// findScalar returns the position of a scalar key in the index, or -1.
func (d *Dict) findScalar(key Value) int {
	h := scalarHash(key)
	mask := uint64(len(d.index.slots) - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		slot := d.index.slots[at]
		if slot.entry == 0 {
			return -1
		}
		if entry := int(slot.entry - 1); slot.hash == uint32(h>>32) && Unwrap(d.at(entry).key) == key {
			return entry
		}
	}
}

// hashOf is the hash of a key that is found through the slots.
func (d *Dict) hashOf(key Value) uint64 {
	if key.Kind() == KindString {
		return d.hash(key.Text())
	}
	return scalarHash(key)
}

// scalarHash spreads the bits of a scalar over both halves of the hash.
func scalarHash(v Value) uint64 {
	const odd = 0x9E3779B97F4A7C15
	h := (v.Uint64() + uint64(v.Kind())) * odd
	return h ^ h>>29
}

// hash is FNV-1a over the folded text.
func (d *Dict) hash(s string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x80 && !d.CaseSensitive {
			return hashFolded(Fold(s))
		}
		if 'A' <= c && c <= 'Z' && !d.CaseSensitive {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * prime
	}
	return h ^ h>>32
}

func hashFolded(s string) uint64 {
	exact := Dict{CaseSensitive: true}
	return exact.hash(s)
}

func keyOf(v Value) dictKey {
	switch v.Kind() {
	case KindObject:
		return dictKey{t: TypeOf(v), ref: hashable(v.Object())}
	case KindDecimal:
		var plain apd.Decimal
		plain.Reduce(v.Decimal())
		return dictKey{t: TypeDecimal, ref: plain.String()}
	}
	return dictKey{t: TypeOf(v), n: v.Uint64()}
}

// hashable returns a comparable stand-in for an object: its content for
// those with content equality, the pointer itself otherwise.
func hashable(o Object) any {
	if c, ok := o.(interface{ HashKey() any }); ok {
		return c.HashKey()
	}
	return o
}
