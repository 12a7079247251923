package value

import "slices"

// A Hashtable of .NET lists its entries from the last place of its table to
// the first. Where the codes of all keys are the same in every process (see
// HashCode), scripts see one order, which is computed here. String keys come in
// another order each time in .NET; exolab lists them as they were added.
//
// Source: System.Collections.Hashtable (places found by double hashing, a load
// factor of 0.72, growth to the next listed prime above twice the size).

const (
	firstTableSize = 3
	hashPrime      = 101
)

// tableSizes are the sizes that a Hashtable takes.
var tableSizes = [...]int32{
	3, 7, 11, 17, 23, 29, 37, 47, 59, 71, 89, 107, 131, 163, 197, 239, 293, 353, 431, 521, 631, 761, 919,
	1103, 1327, 1597, 1931, 2333, 2801, 3371, 4049, 4861, 5839, 7013, 8419, 10103, 12143, 14591,
	17519, 21023, 25229, 30293, 36353, 43627, 52361, 62851, 75431, 90523, 108631, 130363, 156437,
	187751, 225307, 270371, 324449, 389357, 467237, 560689, 672827, 807403, 968897, 1162687, 1395263,
	1674319, 2009191, 2411033, 2893249, 3471899, 4166287, 4999559, 5999471, 7199369,
}

// tableSizeFrom returns the first size of at least least.
func tableSizeFrom(least int32) int32 {
	for _, size := range tableSizes {
		if size >= least {
			return size
		}
	}
	return tableSizes[len(tableSizes)-1]
}

// capacityFor is the size of a Hashtable made for n entries.
func capacityFor(n int) int32 {
	return tableSizeFrom(int32(float64(n) / 0.72))
}

// load is the number of entries at which a table of this size grows.
func load(size int32) int { return int(0.72 * float64(size)) }

// NewHashtableFor returns an empty Hashtable made for n entries, which decides
// the order in which it lists them.
func NewHashtableFor(n int) *Dict {
	d := &Dict{T: TypeHashtable, tableSize: capacityFor(n)}
	d.Reserve(n)
	return d
}

// Reserve makes room for n entries in an empty dictionary.
func (d *Dict) Reserve(n int) { d.first = make([]dictEntry, 0, min(n, entryBlock)) }

// grow lets the table of a Hashtable grow as it does before anything is set.
func (d *Dict) grow() {
	if d.tableSize == 0 {
		d.tableSize = firstTableSize
	}
	if d.Len() >= load(d.tableSize) {
		d.tableSize = tableSizeFrom(2 * d.tableSize)
	}
}

// order returns the entries as a Hashtable lists them, or nil where they are
// listed as they were added.
func (d *Dict) order() []*dictEntry {
	if d.Compare != nil {
		return d.sorted()
	}
	if d.T != TypeHashtable || d.count < 2 || !d.stableKeys() {
		return nil
	}
	places := d.places()
	listed := make([]*dictEntry, 0, d.count)
	for i := len(places) - 1; i >= 0; i-- {
		if places[i] != 0 {
			listed = append(listed, d.at(int(places[i]-1)))
		}
	}
	return listed
}

// sorted returns the entries by their keys.
func (d *Dict) sorted() []*dictEntry {
	listed := make([]*dictEntry, 0, d.count)
	for i := range d.used() {
		if e := d.at(i); !e.removed() {
			listed = append(listed, e)
		}
	}
	slices.SortStableFunc(listed, func(a, b *dictEntry) int { return d.Compare(Unwrap(a.key), Unwrap(b.key)) })
	return listed
}

// stableKeys reports whether each key has the same code in every process.
func (d *Dict) stableKeys() bool {
	for i := range d.used() {
		e := d.at(i)
		if e.removed() {
			continue
		}
		if _, stable := HashCode(Unwrap(e.key)); !stable {
			return false
		}
	}
	return true
}

// places puts the entries into a table of the present size: at each place
// stands the position of an entry plus one, or 0.
func (d *Dict) places() []int32 {
	size := uint32(d.tableSize)
	table := make([]int32, size)
	for i := range d.used() {
		e := d.at(i)
		if e.removed() {
			continue
		}
		hash, _ := HashCode(Unwrap(e.key))
		code := uint32(hash) & 0x7FFFFFFF
		at, step := code%size, 1+code*hashPrime%(size-1)
		for table[at] != 0 {
			at = (at + step) % size
		}
		table[at] = int32(i + 1)
	}
	return table
}
