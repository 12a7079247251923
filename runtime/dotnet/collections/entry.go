package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Entry is one key and value of a dictionary: a DictionaryEntry or a
// KeyValuePair.
type Entry struct {
	T        *value.Type
	Key, Val value.Value
}

var typeKeyValuePair = &value.Type{Name: "KeyValuePair`2", FullName: dotnet.GenericNamespace + "KeyValuePair`2", Kind: value.KindObject, Base: value.TypeValueType, IsGenericDefinition: true}

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

// pairText is the text of an entry, "[key, value]".
func pairText(c *value.Call) (value.Value, error) {
	e := dotnet.Of[*Entry](c.This)
	return value.Str("[" + dotnet.ToText(c.Env, e.Key) + ", " + dotnet.ToText(c.Env, e.Val) + "]"), nil
}

func loadEntry(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Alias("Name", "Key")
	b.Property("System.Object Key", func(_ value.Env, v value.Value) (value.Value, error) { return dotnet.Of[*Entry](v).Key, nil },
		func(_ value.Env, v, to value.Value) error { dotnet.Of[*Entry](v).Key = to; return nil })
	b.Property("System.Object Value", func(_ value.Env, v value.Value) (value.Value, error) { return dotnet.Of[*Entry](v).Val, nil },
		func(_ value.Env, v, to value.Value) error { dotnet.Of[*Entry](v).Val = to; return nil })
	b.Method("string ToString()", pairText)
	b.Constructor("(System.Object key, System.Object value)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Obj(&Entry{T: value.TypeDictionaryEntry, Key: c.Args[0], Val: c.Args[1]})
	}))
}

func loadKeyValuePair(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	key, val := "System.Object", "System.Object"
	if len(t.Args) == 2 {
		key, val = dotnet.ShortName(t.Args[0]), dotnet.ShortName(t.Args[1])
	}
	b.Get(key+" Key", func(v value.Value) value.Value { return dotnet.Of[*Entry](v).Key })
	b.Get(val+" Value", func(v value.Value) value.Value { return dotnet.Of[*Entry](v).Val })
	b.Method("string ToString()", pairText)
	b.Constructor("(TKey key, TValue value)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Obj(&Entry{T: c.Type, Key: c.Args[0], Val: c.Args[1]})
	}))
}
