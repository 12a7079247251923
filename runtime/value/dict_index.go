package value

import "github.com/cockroachdb/apd/v3"

// dictIndex finds entries by key: strings by a hash of their folded text (as
// they are in a case-sensitive dictionary), other keys by type and content.
//
// slots is an open-addressing table. Removed entries keep their slots until the
// dictionary is compacted.
type dictIndex struct {
	slots []dictSlot
	texts int
	other map[dictKey]int32
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

// reindex builds the index anew, half full at most.
func (d *Dict) reindex() {
	size := 4 * smallDict
	for size < len(d.entries)*2 {
		size *= 2
	}
	d.index = &dictIndex{slots: make([]dictSlot, size)}
	for i := range d.entries {
		if !d.entries[i].removed() {
			d.indexEntry(Unwrap(d.entries[i].key), i)
		}
	}
}

// indexEntry puts the entry at a position, whose unwrapped key is given, into
// the index.
func (d *Dict) indexEntry(key Value, at int) {
	x := d.index
	if key.Kind() != KindString {
		if x.other == nil {
			x.other = map[dictKey]int32{}
		}
		x.other[keyOf(key)] = int32(at)
		return
	}
	if (x.texts+1)*4 > len(x.slots)*3 {
		d.reindex()
		return
	}
	x.texts++
	mask := uint64(len(x.slots) - 1)
	h := d.hash(key.Text())
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
		if entry := int(slot.entry - 1); slot.hash == uint32(h>>32) && d.entries[entry].holds(key, d.CaseSensitive) {
			return entry
		}
	}
}

// holds reports whether the entry's key is the given text.
func (e *dictEntry) holds(key string, caseSensitive bool) bool {
	k := Unwrap(e.key)
	if k.Kind() != KindString {
		return false
	}
	text := k.Text()
	return text == key || !caseSensitive && equalFolded(text, key)
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
