package dotnet

import "exolab/runtime/value"

// Property reads v.name as a script does in expression mode without strict
// mode: found is false when nothing of that name exists, and the value then
// Null.
func Property(env value.Env, v value.Value, name *Name) (result value.Value, found bool, err error) {
	if o, ok := value.As[*value.PSObject](v); ok {
		if i := o.IndexOf(name.Folded); i >= 0 {
			if slot := o.At(i); slot.Kind() != value.KindMember {
				return slot, true, nil
			}
		}
	}
	return slowProperty(env, v, name)
}

func slowProperty(env value.Env, v value.Value, name *Name) (value.Value, bool, error) {
	if d, ok := value.As[*value.Dict](v); ok {
		if entry, ok := d.GetText(name.Text); ok {
			return entry, true, nil
		}
	}
	if m := GetMember(env, v, name); m != nil {
		result, err := ReadMember(env, v, m)
		return result, true, err
	}
	if c, ok := elements(v); ok {
		return enumerateProperty(env, c, name)
	}
	if name.Folded == "count" || name.Folded == "length" {
		return countOf(v), true, nil
	}
	return value.Null, false, nil
}

// countOf is the Count and Length that every object has: 0 for $null, else 1.
func countOf(v value.Value) value.Value {
	if v.IsNull() {
		return value.Int(0)
	}
	return value.Int(1)
}

// ReadMember returns the value of a member of v: a property's value, or the
// method itself as a method group.
func ReadMember(env value.Env, v value.Value, m *value.Member) (value.Value, error) {
	switch {
	case m.Kind == value.NoteProperty:
		return m.Value, nil
	case m.Kind == value.AliasProperty && m.Get == nil:
		result, _, err := Property(env, v, NameOf(m.Target))
		return result, err
	case m.Method != nil:
		return value.Obj(&MethodGroup{This: v, Member: m}), nil
	case m.Get == nil:
		return value.Null, nil
	}
	result, err := m.Get(env, receiver(v, m))
	if err != nil {
		return value.Null, wrapGet(m.Name, err)
	}
	return result, nil
}

// receiver is what a member's code gets as its object: the bare value for
// members of the .NET type, the object with all it carries for others.
func receiver(v value.Value, m *value.Member) value.Value {
	switch m.Kind {
	case value.Property, value.DotNetMethod, value.ParameterizedProperty:
		return value.Unwrap(v)
	}
	return v
}

// elements returns what member enumeration goes through: collections, but not
// strings and dictionaries.
func elements(v value.Value) (value.Enumerable, bool) {
	if _, isDict := value.As[*value.Dict](v); isDict {
		return nil, false
	}
	c, ok := value.Unwrap(v).Object().(value.Enumerable)
	return c, ok
}

// enumerateProperty reads a property of every element. Elements that are
// custom objects without it give $null; others give nothing.
func enumerateProperty(env value.Env, c value.Enumerable, name *Name) (value.Value, bool, error) {
	var out []value.Value
	any := false
	err := c.Enumerate(func(e value.Value) error {
		got, found, err := elementProperty(env, e, name)
		if err != nil || !found {
			return err
		}
		any = true
		out = appendFlat(out, got)
		return nil
	})
	if err != nil || !any {
		return value.Null, false, err
	}
	return collected(out), true, nil
}

func elementProperty(env value.Env, e value.Value, name *Name) (value.Value, bool, error) {
	if c, ok := elements(e); ok && GetMember(env, e, name) == nil {
		return enumerateProperty(env, c, name)
	}
	if GetMember(env, e, name) == nil {
		switch o := e.Object().(type) {
		case *value.PSObject:
			return value.Null, true, nil
		case *value.Dict:
			entry, ok := o.GetText(name.Text)
			return entry, ok, nil
		}
		return value.Null, false, nil
	}
	return Property(env, e, name)
}

func appendFlat(out []value.Value, v value.Value) []value.Value {
	if v.IsVoid() {
		return out
	}
	if c, ok := elements(v); ok {
		_ = c.Enumerate(func(e value.Value) error {
			out = append(out, e)
			return nil
		})
		return out
	}
	return append(out, v)
}

// collected is the result of member enumeration: a single value stands alone.
func collected(items []value.Value) value.Value {
	switch len(items) {
	case 0:
		return value.Void
	case 1:
		return items[0]
	}
	return value.List(items...)
}

// PropertyCache remembers where a property was found on the last custom
// object, for one place in a script that reads it again and again.
type PropertyCache struct {
	Name  *Name
	shape *value.Shape
	at    int
}

// Read is Property with the cache.
func (c *PropertyCache) Read(env value.Env, v value.Value) (value.Value, bool, error) {
	o, ok := value.As[*value.PSObject](v)
	if !ok {
		return slowProperty(env, v, c.Name)
	}
	if shape := o.Shape(); shape != c.shape {
		c.shape, c.at = shape, shape.IndexOf(c.Name.Folded)
	}
	if c.at >= 0 {
		if slot := o.At(c.at); slot.Kind() != value.KindMember {
			return slot, true, nil
		}
	}
	return slowProperty(env, v, c.Name)
}
