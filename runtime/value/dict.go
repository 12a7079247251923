package value

import (
	"slices"

	"exolab/runtime/netfmt"
)

// Dict is a Hashtable, an OrderedDictionary or a generic dictionary. It keeps
// the order of insertion; a Hashtable may list its entries in another one (see
// order). The zero Dict is not usable: see NewHashtable.
//
// Up to smallDict entries are found by looking at each; larger ones have an
// index.
type Dict struct {
	Extended
	T             *Type
	CaseSensitive bool
	entries       []dictEntry
	count         int
	index         *dictIndex
	// tableSize is the size that .NET's table would have, for a Hashtable.
	tableSize int32
	// Compare orders the keys of a sorted dictionary; nil for others.
	Compare func(a, b Value) int
	// Version counts changes.
	Version int
}

const smallDict = 8

// dictEntry is a key with its value. A removed entry stays, without its key,
// until the dictionary is compacted.
type dictEntry struct {
	key, value Value
}

var removedKey = memberValue(nil)

func (e *dictEntry) removed() bool { return e.key.Kind() == KindMember }

// NewHashtable returns an empty case-insensitive Hashtable, as @{} makes it.
func NewHashtable() *Dict { return &Dict{T: TypeHashtable} }

// NewOrdered returns an empty [ordered] dictionary.
func NewOrdered() *Dict { return &Dict{T: TypeOrdered} }

// PSType returns the dictionary's type.
func (d *Dict) PSType() *Type { return d.T }

// Len returns the number of entries.
func (d *Dict) Len() int { return d.count }

// Keys returns the keys in order.
func (d *Dict) Keys() []Value {
	out := make([]Value, 0, d.count)
	d.Each(func(key, _ Value) bool {
		out = append(out, key)
		return true
	})
	return out
}

// Values returns the values in order.
func (d *Dict) Values() []Value {
	out := make([]Value, 0, d.count)
	d.Each(func(_, v Value) bool {
		out = append(out, v)
		return true
	})
	return out
}

// Each calls f for each entry in order until it returns false.
func (d *Dict) Each(f func(key, v Value) bool) {
	if order := d.order(); order != nil {
		entries := d.entries
		for _, i := range order {
			if e := &entries[i]; !f(e.key, e.value) {
				return
			}
		}
		return
	}
	for i := 0; i < len(d.entries); i++ {
		if e := &d.entries[i]; !e.removed() && !f(e.key, e.value) {
			return
		}
	}
}

// Get returns the value of a key.
func (d *Dict) Get(key Value) (Value, bool) {
	if i := d.find(Unwrap(key)); i >= 0 {
		return d.entries[i].value, true
	}
	return Null, false
}

// KeyOf returns the key that a text finds, as it was written.
func (d *Dict) KeyOf(text string) (Value, bool) {
	if i := d.findText(text); i >= 0 {
		return d.entries[i].key, true
	}
	return Null, false
}

// GetText returns the value of a string key.
func (d *Dict) GetText(key string) (Value, bool) {
	if i := d.findText(key); i >= 0 {
		return d.entries[i].value, true
	}
	return Null, false
}

// Set adds or replaces the value of a key; the key must not be $null.
func (d *Dict) Set(key, v Value) {
	d.Version++
	if d.T == TypeHashtable {
		d.grow()
	}
	plain := Unwrap(key)
	if i := d.find(plain); i >= 0 {
		d.entries[i].value = v
		return
	}
	if n := len(d.entries); n == cap(d.entries) {
		d.entries = slices.Grow(d.entries, max(n, smallDict/2))
	}
	d.entries = append(d.entries, dictEntry{key: key, value: v})
	d.count++
	switch {
	case d.index != nil:
		d.indexEntry(plain, len(d.entries)-1)
	case len(d.entries) > smallDict:
		d.reindex()
	}
}

// Remove deletes a key and reports whether it was there.
func (d *Dict) Remove(key Value) bool {
	key = Unwrap(key)
	i := d.find(key)
	if i < 0 {
		return false
	}
	d.Version++
	if d.index != nil && key.Kind() != KindString {
		delete(d.index.other, keyOf(key))
	}
	d.entries[i] = dictEntry{key: removedKey}
	d.count--
	if d.count < len(d.entries)/2 {
		d.compact()
	}
	return true
}

// Clear deletes all entries.
func (d *Dict) Clear() {
	d.Version++
	d.entries, d.count, d.index = nil, 0, nil
}

// compact closes the gaps that removed entries left.
func (d *Dict) compact() {
	kept := make([]dictEntry, 0, d.count)
	for _, e := range d.entries {
		if !e.removed() {
			kept = append(kept, e)
		}
	}
	d.entries, d.index = kept, nil
	if len(kept) > smallDict {
		d.reindex()
	}
}

// find returns the place of an unwrapped key, or -1.
func (d *Dict) find(key Value) int {
	if key.Kind() == KindString {
		return d.findText(key.Text())
	}
	if d.index != nil {
		if i, ok := d.index.other[keyOf(key)]; ok {
			return int(i)
		}
		return -1
	}
	if len(d.entries) == 0 {
		return -1
	}
	wanted := keyOf(key)
	for i := range d.entries {
		if e := &d.entries[i]; !e.removed() && e.key.Kind() != KindString && keyOf(Unwrap(e.key)) == wanted {
			return i
		}
	}
	return -1
}

func (d *Dict) findText(key string) int {
	if d.index != nil {
		return d.findIndexed(key)
	}
	for i := range d.entries {
		if d.entries[i].holds(key, d.CaseSensitive) {
			return i
		}
	}
	return -1
}

// equalFolded reports whether two texts have the same folded form.
func equalFolded(a, b string) bool {
	if len(a) != len(b) {
		return !netfmt.IsASCII(a) && Fold(a) == Fold(b)
	}
	for i := 0; i < len(a); i++ {
		x, y := a[i], b[i]
		if x|y >= 0x80 {
			return Fold(a) == Fold(b)
		}
		if x != y && (x|0x20 != y|0x20 || x|0x20 < 'a' || x|0x20 > 'z') {
			return false
		}
	}
	return true
}
