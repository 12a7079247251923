package dotnet

import "exolab/runtime/value"

// Entry is one key and value of a dictionary: a DictionaryEntry or a
// KeyValuePair.
type Entry struct {
	T        *value.Type
	Key, Val value.Value
}

var typeKeyValuePair = &value.Type{Name: "KeyValuePair`2", FullName: genericNamespace + "KeyValuePair`2", Kind: value.KindObject, Base: value.TypeValueType, IsGenericDefinition: true}

// PSType returns DictionaryEntry or the KeyValuePair of the dictionary.
func (e *Entry) PSType() *value.Type { return e.T }

// NewEntry returns the entry that enumerating d gives for a key and a value.
func NewEntry(d *value.Dict, key, v value.Value) *Entry {
	if len(d.T.Args) == 2 {
		return &Entry{T: value.GenericOf(typeKeyValuePair, d.T.Args...), Key: key, Val: v}
	}
	return &Entry{T: value.TypeDictionaryEntry, Key: key, Val: v}
}

// Entries lists the entries of a dictionary in order.
func Entries(d *value.Dict) []value.Value {
	out := make([]value.Value, 0, d.Len())
	d.Each(func(k, v value.Value) bool {
		out = append(out, value.Obj(NewEntry(d, k, v)))
		return true
	})
	return out
}

func loadEntry(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.alias("Name", "Key")
	b.property("System.Object Key", func(_ value.Env, v value.Value) (value.Value, error) { return of[*Entry](v).Key, nil },
		func(_ value.Env, v, to value.Value) error { of[*Entry](v).Key = to; return nil })
	b.property("System.Object Value", func(_ value.Env, v value.Value) (value.Value, error) { return of[*Entry](v).Val, nil },
		func(_ value.Env, v, to value.Value) error { of[*Entry](v).Val = to; return nil })
	b.constructor("(System.Object key, System.Object value)", give(func(c *value.Call) value.Value {
		return value.Obj(&Entry{T: value.TypeDictionaryEntry, Key: c.Args[0], Val: c.Args[1]})
	}))
}

func loadKeyValuePair(t *value.Type, m *value.Members) {
	b := table{t, m}
	key, val := "System.Object", "System.Object"
	if len(t.Args) == 2 {
		key, val = ShortName(t.Args[0]), ShortName(t.Args[1])
	}
	b.get(key+" Key", func(v value.Value) value.Value { return of[*Entry](v).Key })
	b.get(val+" Value", func(v value.Value) value.Value { return of[*Entry](v).Val })
	b.method("string ToString()", give(func(c *value.Call) value.Value {
		e := of[*Entry](c.This)
		return value.Str("[" + toText(c.Env, e.Key) + ", " + toText(c.Env, e.Val) + "]")
	}))
	b.constructor("(TKey key, TValue value)", give(func(c *value.Call) value.Value {
		return value.Obj(&Entry{T: c.Type, Key: c.Args[0], Val: c.Args[1]})
	}))
}
