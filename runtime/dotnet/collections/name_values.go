package collections

import (
	"slices"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// NameValues is a NameValueCollection: texts by name, several for one name.
// Names differ by more than case; one of them may be null.
type NameValues struct {
	value.Extended
	T       *value.Type
	entries []namedValues
	// Text is ToString's answer where it is more than the type's name.
	Text func(*NameValues) string
}

// namedValues is a name, a string or null, with its values.
type namedValues struct {
	name   value.Value
	values []string
}

// TypeNameValues is System.Collections.Specialized.NameValueCollection.
var TypeNameValues = &value.Type{Name: "NameValueCollection", FullName: "System.Collections.Specialized.NameValueCollection", Kind: value.KindObject, Base: value.TypeObject,
	Interfaces: []*value.Type{value.TypeICollection, value.TypeIEnumerable}}

// PSType returns NameValueCollection or the type that extends it.
func (n *NameValues) PSType() *value.Type { return n.T }

// Enumerate calls yield for each name.
func (n *NameValues) Enumerate(yield func(value.Value) error) error {
	for _, e := range n.entries {
		if err := yield(e.name); err != nil {
			return err
		}
	}
	return nil
}

// Add puts a value, a string or null, beside those that the name has.
func (n *NameValues) Add(name, v value.Value) {
	i := n.find(name)
	if i < 0 {
		i = len(n.entries)
		n.entries = append(n.entries, namedValues{name: name})
	}
	if !v.IsNull() {
		n.entries[i].values = append(n.entries[i].values, v.Text())
	}
}

// Each calls f for each name and each of its values.
func (n *NameValues) Each(f func(name value.Value, v string)) {
	for _, e := range n.entries {
		for _, v := range e.values {
			f(e.name, v)
		}
	}
}

func (n *NameValues) find(name value.Value) int {
	return slices.IndexFunc(n.entries, func(e namedValues) bool {
		return e.name.IsNull() == name.IsNull() && (name.IsNull() || strings.EqualFold(e.name.Text(), name.Text()))
	})
}

func (n *NameValues) set(name, v value.Value) {
	if i := n.find(name); i >= 0 {
		n.entries[i].values = nil
	}
	n.Add(name, v)
}

func (n *NameValues) remove(name value.Value) {
	if i := n.find(name); i >= 0 {
		n.entries = slices.Delete(n.entries, i, i+1)
	}
}

// joined is what the indexer gives: the values with commas between, or null.
func (e namedValues) joined() value.Value {
	if len(e.values) == 0 {
		return value.Null
	}
	return value.Str(strings.Join(e.values, ","))
}

func (e namedValues) list() value.Value {
	if len(e.values) == 0 {
		return value.Null
	}
	return value.Strings(e.values...)
}

func nameValues(v value.Value) *NameValues { return dotnet.Of[*NameValues](v) }

// entryOf makes the body of a look-up by name or by position.
func entryOf(give func(e namedValues) value.Value) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		n, key := nameValues(c.This), c.Args[0]
		if key.Kind() != value.KindInt32 {
			i := n.find(key)
			if i < 0 {
				return value.Null, nil
			}
			return give(n.entries[i]), nil
		}
		i := int(key.Int64())
		if i < 0 || i >= len(n.entries) {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "index", "Index was out of range. Must be non-negative and less than the size of the collection.")
		}
		return give(n.entries[i]), nil
	}
}

func loadNameValues(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	names := func(v value.Value) value.Value {
		n := nameValues(v)
		items := make([]value.Value, len(n.entries))
		for i, e := range n.entries {
			items[i] = e.name
		}
		return value.Obj(&value.Array{Elem: value.TypeString, Items: items})
	}
	b.Get("int Count", func(v value.Value) value.Value { return value.Int(len(nameValues(v).entries)) })
	b.Get("string[] AllKeys", names)
	b.Get("System.Collections.Specialized.NameObjectCollectionBase+KeysCollection Keys", names)
	joined := entryOf(namedValues.joined)
	b.Parameterized("Item", "string Item(int index)", joined)
	b.ParameterizedMore("Item", "string Item(string name)", joined)
	b.Method("string get_Item(int index)", joined)
	b.Method("string get_Item(string name)", joined)
	b.Method("string Get(int index)", joined)
	b.Method("string Get(string name)", joined)
	b.Method("string GetKey(int index)", entryOf(func(e namedValues) value.Value { return e.name }))
	b.Method("string[] GetValues(int index)", entryOf(namedValues.list))
	b.Method("string[] GetValues(string name)", entryOf(namedValues.list))
	set := dotnet.Run(func(c *value.Call) { nameValues(c.This).set(c.Args[0], c.Args[1]) })
	b.Method("void set_Item(string name, string value)", set)
	b.Method("void Set(string name, string value)", set)
	b.Method("void Add(string name, string value)", dotnet.Run(func(c *value.Call) { nameValues(c.This).Add(c.Args[0], c.Args[1]) }))
	b.Method("void Add(System.Collections.Specialized.NameValueCollection c)", func(c *value.Call) (value.Value, error) {
		from, ok := value.As[*NameValues](c.Args[0])
		if !ok {
			return value.Null, dotnet.ErrNullArgument("c")
		}
		nameValues(c.This).addAll(from)
		return value.Void, nil
	})
	b.Method("void Remove(string name)", dotnet.Run(func(c *value.Call) { nameValues(c.This).remove(c.Args[0]) }))
	b.Method("void Clear()", dotnet.Run(func(c *value.Call) { nameValues(c.This).entries = nil }))
	b.Method("bool HasKeys()", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(slices.ContainsFunc(nameValues(c.This).entries, func(e namedValues) bool { return !e.name.IsNull() }))
	}))
	b.Method("System.Collections.IEnumerator GetEnumerator()", dotnet.Give(func(c *value.Call) value.Value { return newEnumerator(c.This) }))
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(nameValues(c.This).String()) }))
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(&NameValues{T: TypeNameValues}) }))
	b.Constructor("(System.Collections.Specialized.NameValueCollection col)", func(c *value.Call) (value.Value, error) {
		made := &NameValues{T: TypeNameValues}
		from, ok := value.As[*NameValues](c.Args[0])
		if !ok {
			return value.Null, dotnet.ErrNullArgument("col")
		}
		made.addAll(from)
		return value.Obj(made), nil
	})
}

func (n *NameValues) addAll(from *NameValues) {
	for _, e := range slices.Clone(from.entries) {
		if len(e.values) == 0 {
			n.Add(e.name, value.Null)
		}
		for _, v := range e.values {
			n.Add(e.name, value.Str(v))
		}
	}
}

// String is ToString's answer.
func (n *NameValues) String() string {
	if n.Text != nil {
		return n.Text(n)
	}
	return n.T.FullName
}
