package value

import "slices"

// The entries of a dictionary stand in the order of insertion, at positions that
// stay until the dictionary is compacted. The first entryBlock of them are one
// slice; the others lie in blocks of that many, so that a large dictionary grows
// without copying and without memory to spare.
const entryBlock = 1024

// dictEntry is a key with its value. A removed entry stays, without its key,
// until the dictionary is compacted.
type dictEntry struct {
	key, value Value
}

var removedKey = memberValue(nil)

func (e *dictEntry) removed() bool { return e.key.Kind() == KindMember }

// holdsText reports whether the entry's key is the given text.
func (e *dictEntry) holdsText(key string, caseSensitive bool) bool {
	k := Unwrap(e.key)
	if k.Kind() != KindString {
		return false
	}
	text := k.Text()
	return text == key || !caseSensitive && equalFolded(text, key)
}

// at returns the entry at a position.
func (d *Dict) at(i int) *dictEntry {
	if i < len(d.first) {
		return &d.first[i]
	}
	i -= entryBlock
	return &d.index.blocks[i/entryBlock][i%entryBlock]
}

// used returns the number of positions taken, by removed entries too.
func (d *Dict) used() int {
	n := len(d.first)
	if n == entryBlock && len(d.index.blocks) > 0 {
		last := len(d.index.blocks) - 1
		n += last*entryBlock + len(d.index.blocks[last])
	}
	return n
}

// addEntry puts an entry behind all others.
func (d *Dict) addEntry(key, v Value) {
	e := dictEntry{key, v}
	d.count++
	if n := len(d.first); n < entryBlock {
		if n == cap(d.first) {
			d.first = slices.Grow(d.first, max(n, smallDict/2))
		}
		d.first = append(d.first, e)
		return
	}
	x := d.index
	if last := len(x.blocks) - 1; last >= 0 && len(x.blocks[last]) < entryBlock {
		x.blocks[last] = append(x.blocks[last], e)
	} else {
		x.blocks = append(x.blocks, append(make([]dictEntry, 0, entryBlock), e))
	}
}

// compact closes the gaps that removed entries left.
func (d *Dict) compact() {
	old := *d
	d.first, d.index, d.count = nil, nil, 0
	if old.count > smallDict {
		d.index = newDictIndex(old.Len())
	}
	for i := range old.used() {
		e := old.at(i)
		if e.removed() {
			continue
		}
		d.addEntry(e.key, e.value)
		if d.index != nil {
			d.indexEntry(Unwrap(e.key), d.Len()-1)
		}
	}
}
