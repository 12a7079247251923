package value

// Dict is a Hashtable, an OrderedDictionary or a generic dictionary. It keeps
// the order of insertion. The zero Dict is not usable: see NewHashtable.
type Dict struct {
	Extended
	T             *Type
	CaseSensitive bool
	keys, values  []Value
	live          []bool
	count         int
	text          map[string]int
	other         map[dictKey]int
	// Version counts changes.
	Version int
}

type dictKey struct {
	t   *Type
	n   uint64
	ref any
}

// NewHashtable returns an empty case-insensitive Hashtable, as @{} makes it.
func NewHashtable() *Dict { return &Dict{T: TypeHashtable} }

// NewOrdered returns an empty [ordered] dictionary.
func NewOrdered() *Dict { return &Dict{T: TypeOrdered} }

// PSType returns the dictionary's type.
func (d *Dict) PSType() *Type { return d.T }

// Len returns the number of entries.
func (d *Dict) Len() int { return d.count }

// Keys returns the keys in order.
func (d *Dict) Keys() []Value { return d.collect(d.keys) }

// Values returns the values in order.
func (d *Dict) Values() []Value { return d.collect(d.values) }

func (d *Dict) collect(from []Value) []Value {
	out := make([]Value, 0, d.count)
	for i, ok := range d.live {
		if ok {
			out = append(out, from[i])
		}
	}
	return out
}

// Each calls f for each entry in order until it returns false.
func (d *Dict) Each(f func(key, v Value) bool) {
	for i := 0; i < len(d.live); i++ {
		if d.live[i] && !f(d.keys[i], d.values[i]) {
			return
		}
	}
}

// Get returns the value of a key.
func (d *Dict) Get(key Value) (Value, bool) {
	if i, ok := d.find(key); ok {
		return d.values[i], true
	}
	return Null, false
}

// GetText returns the value of a string key.
func (d *Dict) GetText(key string) (Value, bool) { return d.Get(Str(key)) }

// Set adds or replaces the value of a key; the key must not be $null.
func (d *Dict) Set(key, v Value) {
	d.Version++
	if i, ok := d.find(key); ok {
		d.values[i] = v
		return
	}
	i := len(d.keys)
	if s := Unwrap(key); s.kind == KindString {
		if d.text == nil {
			d.text = map[string]int{}
		}
		d.text[d.fold(s.Text())] = i
	} else {
		if d.other == nil {
			d.other = map[dictKey]int{}
		}
		d.other[keyOf(s)] = i
	}
	d.keys, d.values, d.live = append(d.keys, key), append(d.values, v), append(d.live, true)
	d.count++
}

// Remove deletes a key and reports whether it was there.
func (d *Dict) Remove(key Value) bool {
	i, ok := d.find(key)
	if !ok {
		return false
	}
	d.Version++
	if s := Unwrap(key); s.kind == KindString {
		delete(d.text, d.fold(s.Text()))
	} else {
		delete(d.other, keyOf(s))
	}
	d.keys[i], d.values[i], d.live[i] = Null, Null, false
	d.count--
	if d.count == 0 {
		d.Clear()
	}
	return true
}

// Clear deletes all entries.
func (d *Dict) Clear() {
	d.Version++
	d.keys, d.values, d.live, d.count, d.text, d.other = nil, nil, nil, 0, nil, nil
}

func (d *Dict) find(key Value) (int, bool) {
	key = Unwrap(key)
	if key.kind == KindString {
		i, ok := d.text[d.fold(key.Text())]
		return i, ok
	}
	i, ok := d.other[keyOf(key)]
	return i, ok
}

func (d *Dict) fold(s string) string {
	if d.CaseSensitive {
		return s
	}
	return Fold(s)
}

func keyOf(v Value) dictKey {
	k := dictKey{t: TypeOf(v), n: v.n}
	if v.kind == KindObject || v.kind == KindDecimal {
		k.ref = hashable(v)
	}
	return k
}

// hashable returns a comparable stand-in for a reference: its content for
// values with content equality, the pointer itself otherwise.
func hashable(v Value) any {
	if c, ok := v.ref.(interface{ HashKey() any }); ok {
		return c.HashKey()
	}
	return v.ref
}
