package xmldom

import (
	"fmt"
	"slices"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// NamespaceManager is System.Xml.XmlNamespaceManager: the namespaces that the
// prefixes of an XPath stand for.
type NamespaceManager struct {
	value.Extended
	prefixes map[string]string
}

// nameTable is System.Xml.NameTable, which scripts only hand on.
type nameTable struct{ value.Extended }

var (
	typeNamespaceManager = xmlType("XmlNamespaceManager", value.TypeObject)
	typeNameTable        = xmlType("NameTable", value.TypeObject)
)

// PSType returns XmlNamespaceManager.
func (*NamespaceManager) PSType() *value.Type { return typeNamespaceManager }

// PSType returns NameTable.
func (*nameTable) PSType() *value.Type { return typeNameTable }

func loadNameTable(t *value.Type, m *value.Members) {
	dotnet.NewRows(t, m).Constructor("()", func(*value.Call) (value.Value, error) { return value.Obj(&nameTable{}), nil })
}

func loadNamespaceManager(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	prefixes := func(v value.Value) map[string]string { return dotnet.Of[*NamespaceManager](v).prefixes }
	b.Constructor("(System.Xml.NameTable nameTable)", func(*value.Call) (value.Value, error) {
		return value.Obj(&NamespaceManager{prefixes: map[string]string{"xml": "http://www.w3.org/XML/1998/namespace", "xmlns": "http://www.w3.org/2000/xmlns/", "": ""}}), nil
	})
	b.Method("void AddNamespace(string prefix, string uri)", func(c *value.Call) (value.Value, error) {
		prefixes(c.This)[dotnet.TextArg(c, 0)] = dotnet.TextArg(c, 1)
		return value.Void, nil
	})
	b.Method("void RemoveNamespace(string prefix, string uri)", func(c *value.Call) (value.Value, error) {
		if prefixes(c.This)[dotnet.TextArg(c, 0)] == dotnet.TextArg(c, 1) {
			delete(prefixes(c.This), dotnet.TextArg(c, 0))
		}
		return value.Void, nil
	})
	b.Method("bool HasNamespace(string prefix)", dotnet.Give(func(c *value.Call) value.Value {
		_, ok := prefixes(c.This)[dotnet.TextArg(c, 0)]
		return value.Bool(ok)
	}))
	b.Method("string LookupNamespace(string prefix)", dotnet.Give(func(c *value.Call) value.Value {
		uri, ok := prefixes(c.This)[dotnet.TextArg(c, 0)]
		if !ok {
			return value.Null
		}
		return value.Str(uri)
	}))
	b.Method("string LookupPrefix(string uri)", dotnet.Give(func(c *value.Call) value.Value {
		for prefix, uri := range prefixes(c.This) {
			if uri == dotnet.TextArg(c, 0) {
				return value.Str(prefix)
			}
		}
		return value.Null
	}))
	b.Get("string DefaultNamespace", func(v value.Value) value.Value { return value.Str(prefixes(v)[""]) })
}

// loadXPath adds the methods that find nodes.
func loadXPath(b dotnet.Rows) {
	list := func(c *value.Call, prefixes map[string]string) (value.Value, error) {
		found, err := node(c.This).SelectNodes(dotnet.TextArg(c, 0), prefixes)
		return nodeList(found), err
	}
	single := func(c *value.Call, prefixes map[string]string) (value.Value, error) {
		found, err := node(c.This).SelectNodes(dotnet.TextArg(c, 0), prefixes)
		if err != nil || len(found) == 0 {
			return value.Null, err
		}
		return value.Obj(found[0]), nil
	}
	plain := func(f func(*value.Call, map[string]string) (value.Value, error)) dotnet.Body {
		return func(c *value.Call) (value.Value, error) { return f(c, nil) }
	}
	managed := func(f func(*value.Call, map[string]string) (value.Value, error)) dotnet.Body {
		return func(c *value.Call) (value.Value, error) {
			return f(c, dotnet.Of[*NamespaceManager](c.Args[1]).prefixes)
		}
	}
	b.Method("System.Xml.XmlNodeList SelectNodes(string xpath)", plain(list))
	b.Method("System.Xml.XmlNodeList SelectNodes(string xpath, System.Xml.XmlNamespaceManager nsmgr)", managed(list))
	b.Method("System.Xml.XmlNode SelectSingleNode(string xpath)", plain(single))
	b.Method("System.Xml.XmlNode SelectSingleNode(string xpath, System.Xml.XmlNamespaceManager nsmgr)", managed(single))
	b.Method("System.Xml.XmlNodeList GetElementsByTagName(string name)", func(c *value.Call) (value.Value, error) {
		return nodeList(node(c.This).byTagName(dotnet.TextArg(c, 0))), nil
	})
}

// loadNamespacedAttributes adds what sets and removes attributes by their local
// name and namespace; find looks one up.
func loadNamespacedAttributes(b dotnet.Rows, find func(c *value.Call) *XMLNode) {
	made := func(c *value.Call) *XMLNode {
		a := find(c)
		if a == nil {
			n, uri := node(c.This), dotnet.TextArg(c, 1)
			prefix, declared := n.prefixOf(uri)
			a = &XMLNode{Kind: XMLAttribute, Name: strings.TrimPrefix(prefix+":"+dotnet.TextArg(c, 0), ":"), Parent: n}
			n.Attributes = append(n.Attributes, a)
			if !declared {
				n.Attributes = append(n.Attributes, &XMLNode{Kind: XMLAttribute, Name: "xmlns:" + prefix, Text: uri, Parent: n})
			}
		}
		return a
	}
	removed := func(c *value.Call) *XMLNode {
		a, n := find(c), node(c.This)
		if a != nil {
			n.Attributes = slices.DeleteFunc(n.Attributes, func(x *XMLNode) bool { return x == a })
		}
		return a
	}
	b.Method("string SetAttribute(string localName, string namespaceURI, string value)", dotnet.Give(func(c *value.Call) value.Value {
		made(c).Text = dotnet.TextArg(c, 2)
		return c.Args[2]
	}))
	b.Method("System.Xml.XmlAttribute SetAttributeNode(string localName, string namespaceURI)", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(made(c)) }))
	b.Method("void RemoveAttribute(string localName, string namespaceURI)", dotnet.Run(func(c *value.Call) { removed(c) }))
	b.Method("System.Xml.XmlAttribute RemoveAttributeNode(string localName, string namespaceURI)", dotnet.Give(func(c *value.Call) value.Value { return nodeOrNull(removed(c)) }))
}

// prefixOf is the prefix that stands for a namespace at this node; one that is
// still to be declared is named as .NET names it.
func (n *XMLNode) prefixOf(uri string) (prefix string, declared bool) {
	if uri == "" {
		return "", true
	}
	for e := n; e != nil; e = e.Parent {
		for _, a := range e.Attributes {
			if prefix, ok := strings.CutPrefix(a.Name, "xmlns:"); ok && a.Text == uri {
				return prefix, true
			}
		}
	}
	for i := 1; ; i++ {
		if prefix = fmt.Sprintf("d%dp%d", n.depth(), i); n.namespace(prefix) == "" {
			return prefix, false
		}
	}
}

// depth counts the elements from the root to this node, the root as one.
func (n *XMLNode) depth() (count int) {
	for e := n; e != nil && e.Kind == XMLElement; e = e.Parent {
		count++
	}
	return count
}
