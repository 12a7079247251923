package xmldom

import (
	"slices"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Adapted finds the elements and attributes of that name: PowerShell shows
// them as properties. An element of text alone is its text.
func (n *XMLNode) Adapted(name *dotnet.Name) *value.Member {
	var found []value.Value
	for _, a := range n.Attributes {
		if strings.EqualFold(localName(a.Name), name.Text) || strings.EqualFold(a.Name, name.Text) {
			found = append(found, value.Str(a.Text))
		}
	}
	for _, k := range n.Kids {
		if strings.EqualFold(localName(k.Name), name.Text) || strings.EqualFold(k.Name, name.Text) {
			found = append(found, k.adaptedValue())
		}
	}
	if len(found) == 0 {
		return nil
	}
	return n.property(name.Text, found)
}

func localName(name string) string {
	if i := strings.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

// adaptedValue is what a child gives as a property's value.
func (n *XMLNode) adaptedValue() value.Value {
	if n.Kind != XMLElement {
		return value.Str(n.Text)
	}
	if len(n.Attributes) > 0 {
		return value.Obj(n)
	}
	switch {
	case len(n.Kids) == 0:
		return value.Str("")
	case len(n.Kids) == 1 && (n.Kids[0].Kind == XMLText || n.Kids[0].Kind == XMLCData):
		return value.Str(n.Kids[0].Text)
	}
	return value.Obj(n)
}

func (n *XMLNode) property(name string, found []value.Value) *value.Member {
	typeName := "System.Object[]"
	v := value.List(found...)
	if len(found) == 1 {
		v = found[0]
		typeName = dotnet.ShortName(value.TypeOf(v))
	}
	return &value.Member{Name: name, Kind: value.Property, Type: typeName,
		Get: func(value.Env, value.Value) (value.Value, error) { return v, nil },
		Set: func(_ value.Env, _, to value.Value) error { return n.assign(name, to) }}
}

// assign sets the attribute or the text of the element of that name.
func (n *XMLNode) assign(name string, to value.Value) error {
	for _, a := range n.Attributes {
		if strings.EqualFold(a.Name, name) {
			a.Text = dotnet.ToText(nil, to)
			return nil
		}
	}
	for _, k := range n.Kids {
		if strings.EqualFold(k.Name, name) {
			k.setText(dotnet.ToText(nil, to))
			return nil
		}
	}
	return dotnet.ErrCannotSet("PropertyAssignmentException", name)
}

func (n *XMLNode) setText(s string) {
	if n.Kind != XMLElement {
		n.Text = s
		return
	}
	n.Kids = nil
	if s != "" {
		n.add(&XMLNode{Kind: XMLText, Name: "#text", Text: s})
	}
}

// AdaptedList lists attributes first, then the child elements by name.
func (n *XMLNode) AdaptedList() []*value.Member {
	var names []string
	for _, list := range [][]*XMLNode{n.Attributes, n.Kids} {
		for _, k := range list {
			if !slices.Contains(names, localName(k.Name)) {
				names = append(names, localName(k.Name))
			}
		}
	}
	out := make([]*value.Member, 0, len(names))
	for _, name := range names {
		if m := n.Adapted(dotnet.NameOf(name)); m != nil {
			out = append(out, m)
		}
	}
	return out
}
