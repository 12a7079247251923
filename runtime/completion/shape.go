package completion

import (
	"slices"
	"sort"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// shape is what is known about a value before it exists.
type shape struct {
	// sample is a value that is at hand; known says that there is one.
	sample value.Value
	known  bool
	typ    *value.Type
	// fields are the properties of a custom object or the keys of a
	// hashtable that is written out in the text.
	fields []field
	// custom marks a custom object: PSObject's own properties are offered too.
	custom bool
	// element is what a collection holds.
	element *shape
	// more are further types that the value may have.
	more []*shape
}

// field is a property, or a method with what it returns.
type field struct {
	name   string
	value  *shape
	method bool
}

func ofValue(v value.Value) *shape { return &shape{sample: v, known: true, typ: value.TypeOf(v)} }

func ofType(t *value.Type) *shape {
	if t == nil {
		return nil
	}
	s := &shape{typ: t}
	if t.IsArray() {
		s.element = ofType(t.Elem)
	}
	return s
}

// union is a value of one of several kinds, nil if none is known.
func union(shapes ...*shape) *shape {
	var out *shape
	for _, s := range shapes {
		switch {
		case s == nil:
		case out == nil:
			first := *s
			first.more = slices.Clone(s.more)
			out = &first
		default:
			one := *s
			one.more = nil
			out.more = append(append(out.more, &one), s.more...)
		}
	}
	return out
}

// item is one object of what a pipeline passes on.
func (s *shape) item() *shape {
	if s == nil || len(s.more) == 0 {
		return s.single()
	}
	one := *s
	one.more = nil
	items := []*shape{one.single()}
	for _, other := range s.more {
		items = append(items, other.item())
	}
	return union(items...)
}

// single is item for what has one kind only.
func (s *shape) single() *shape {
	switch {
	case s == nil:
		return nil
	case s.element != nil:
		return s.element
	case !s.known && s.typ != nil && len(s.typ.Args) == 1:
		return ofType(s.typ.Args[0])
	case s.known:
		if a, ok := value.As[*value.Array](s.sample); ok {
			if len(a.Items) == 0 {
				return nil
			}
			return ofValue(a.Items[0])
		}
		if l, ok := value.As[*value.Sequence](s.sample); ok {
			if len(l.Items) == 0 {
				return nil
			}
			return ofValue(l.Items[0])
		}
	}
	return s
}

// members lists the members of a value, by folded name.
func (c *completer) membersOf(s *shape) map[string]*value.Member {
	found := map[string]*value.Member{}
	add := func(m *value.Member) {
		if folded := value.Fold(m.Name); found[folded] == nil && !m.Hidden {
			found[folded] = m
		}
	}
	if s == nil {
		return found
	}
	for _, f := range s.fields {
		m := &value.Member{Name: f.name, Kind: value.NoteProperty}
		if f.method {
			m.Kind = value.DotNetMethod
		}
		add(m)
	}
	if s.known {
		if d, ok := value.As[*value.Dict](s.sample); ok {
			for _, key := range d.Keys() {
				add(&value.Member{Name: value.ToString(c.session.Env(), key), Kind: value.NoteProperty})
			}
		}
		for _, m := range dotnet.Members(c.session.Env(), s.sample) {
			add(m)
		}
	}
	for t := s.typ; t != nil; t = t.Base {
		for _, m := range t.Members().Instance() {
			add(m)
		}
	}
	for _, m := range extraMembers(s.typ) {
		add(m)
	}
	if item := s.single(); item != s && item != nil {
		for _, m := range c.membersOf(item) {
			add(m)
		}
		for _, name := range extensionMethods {
			add(&value.Member{Name: name, Kind: value.DotNetMethod})
		}
	}
	for _, other := range s.more {
		for _, m := range c.membersOf(other) {
			add(m)
		}
	}
	return found
}

func isMethod(m *value.Member) bool {
	return m.Kind == value.DotNetMethod || m.Kind == value.ScriptMethod || m.Kind == value.CodeMethod
}

// memberMatches lists properties, then methods, each sorted by name.
func memberMatches(members map[string]*value.Member, prefix string) []Match {
	var properties, methods []Match
	fits := pattern(prefix)
	for _, m := range members {
		switch {
		case !fits(m.Name) || m.Kind == value.ParameterizedProperty || strings.HasPrefix(m.Name, "get_") || strings.HasPrefix(m.Name, "set_"):
		case isMethod(m):
			methods = append(methods, memberMatch(m))
		case m.Kind == value.MemberSet || m.Kind == value.PropertySet:
		default:
			properties = append(properties, memberMatch(m))
		}
	}
	return append(sorted(properties), sorted(methods)...)
}

func sorted(matches []Match) []Match {
	sort.Slice(matches, func(i, j int) bool {
		return value.Fold(matches[i].ListItem) < value.Fold(matches[j].ListItem)
	})
	return matches
}
