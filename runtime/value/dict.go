package value

import "exolab/runtime/netfmt"

// Dict is a Hashtable, an OrderedDictionary or a generic dictionary. It keeps
// the order of insertion; a Hashtable may list its entries in another one (see
// order). The zero Dict is not usable: see NewHashtable.
//
// Up to smallDict entries are found by looking at each; larger ones have an
// index.
type Dict struct {
	Extended
	T *Type
	// first holds the entries up to entryBlock; see at.
	first []dictEntry
	index *dictIndex
	// Compare orders the keys of a sorted dictionary; nil for others.
	Compare func(a, b Value) int
	// count is the number of entries that are not removed.
	count int32
	// tableSize is the size that .NET's table would have, for a Hashtable.
	tableSize int32
	// Version counts changes.
	Version       int32
	CaseSensitive bool
}

const smallDict = 8

// NewHashtable returns an empty case-insensitive Hashtable, as @{} makes it.
func NewHashtable() *Dict { return &Dict{T: TypeHashtable} }

// NewOrdered returns an empty [ordered] dictionary.
func NewOrdered() *Dict { return &Dict{T: TypeOrdered} }

// PSType returns the dictionary's type.
func (d *Dict) PSType() *Type { return d.T }

// Len returns the number of entries.
func (d *Dict) Len() int { return int(d.count) }

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
		for _, e := range order {
			if !e.removed() && !f(e.key, e.value) {
				return
			}
		}
		return
	}
	for i := 0; i < d.used(); i++ {
		if e := d.at(i); !e.removed() && !f(e.key, e.value) {
			return
		}
	}
}

// Entry returns the entry at a place of the listing, from 0 to Len()-1.
func (d *Dict) Entry(place int) (key, v Value) {
	if d.T != TypeHashtable && d.Compare == nil && d.used() == d.Len() {
		e := d.at(place)
		return e.key, e.value
	}
	d.Each(func(k, held Value) bool {
		key, v = k, held
		place--
		return place >= 0
	})
	return key, v
}

// Get returns the value of a key.
func (d *Dict) Get(key Value) (Value, bool) {
	if i := d.find(Unwrap(key)); i >= 0 {
		return d.at(i).value, true
	}
	return Null, false
}

// KeyOf returns the key that a text finds, as it was written.
func (d *Dict) KeyOf(text string) (Value, bool) {
	if i := d.findText(text); i >= 0 {
		return d.at(i).key, true
	}
	return Null, false
}

// GetText returns the value of a string key.
func (d *Dict) GetText(key string) (Value, bool) {
	if i := d.findText(key); i >= 0 {
		return d.at(i).value, true
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
		d.at(i).value = v
		return
	}
	at := d.used()
	if at >= smallDict && d.index == nil {
		d.reindex()
	}
	d.addEntry(key, v)
	if d.index != nil {
		d.indexEntry(plain, at)
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
	if d.index != nil && !inSlots(key) {
		delete(d.index.other, keyOf(key))
	}
	*d.at(i) = dictEntry{key: removedKey}
	d.count--
	if d.Len() < d.used()/2 {
		d.compact()
	}
	return true
}

// Clear deletes all entries.
func (d *Dict) Clear() {
	d.Version++
	d.first, d.count, d.index = nil, 0, nil
}

// find returns the position of an unwrapped key, or -1.
func (d *Dict) find(key Value) int {
	switch {
	case key.Kind() == KindString:
		return d.findText(key.Text())
	case d.index == nil:
		return d.findListed(key)
	case inSlots(key):
		return d.findScalar(key)
	}
	if i, ok := d.index.other[keyOf(key)]; ok {
		return int(i)
	}
	return -1
}

// findListed looks at each entry for a key that is no text.
func (d *Dict) findListed(key Value) int {
	if len(d.first) == 0 {
		return -1
	}
	wanted := keyOf(key)
	for i := range d.first {
		if e := &d.first[i]; !e.removed() && e.key.Kind() != KindString && keyOf(Unwrap(e.key)) == wanted {
			return i
		}
	}
	return -1
}

func (d *Dict) findText(key string) int {
	if d.index != nil {
		return d.findIndexed(key)
	}
	for i := range d.first {
		if d.first[i].holdsText(key, d.CaseSensitive) {
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
