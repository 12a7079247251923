package xmldom

import (
	"slices"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// sibling is the node by steps after this one; nil if there is none.
func (n *XMLNode) sibling(by int) *XMLNode {
	if n.Parent == nil || n.Kind == XMLAttribute {
		return nil
	}
	at := slices.Index(n.Parent.Kids, n) + by
	if at < 0 || at >= len(n.Parent.Kids) {
		return nil
	}
	return n.Parent.Kids[at]
}

// document is the document that a node is in; nil if it is in none.
func (n *XMLNode) document() *XMLNode {
	for n != nil && n.Kind != XMLDocument {
		n = n.Parent
	}
	return n
}

// insert puts a child at a position.
func (n *XMLNode) insert(at int, child *XMLNode) {
	child.detach()
	child.Parent = n
	n.Kids = slices.Insert(n.Kids, min(at, len(n.Kids)), child)
}

// prefix is the part of a qualified name before the colon.
func (n *XMLNode) prefix() string {
	p, _, found := strings.Cut(n.Name, ":")
	if !found {
		return ""
	}
	return p
}

// namespace looks up what a prefix stands for, from this node upwards.
func (n *XMLNode) namespace(prefix string) string {
	name := "xmlns"
	if prefix != "" {
		name += ":" + prefix
	}
	for e := n; e != nil; e = e.Parent {
		if a := e.attribute(name); a != nil {
			return a.Text
		}
	}
	return ""
}

// loadXMLTree adds moving about in the tree and changing it.
func loadXMLTree(b dotnet.Rows) {
	b.Get("System.Xml.XmlNode NextSibling", func(v value.Value) value.Value { return nodeOrNull(node(v).sibling(1)) })
	b.Get("System.Xml.XmlNode PreviousSibling", func(v value.Value) value.Value { return nodeOrNull(node(v).sibling(-1)) })
	b.Get("System.Xml.XmlNode PreviousText", func(v value.Value) value.Value {
		if n := node(v).sibling(-1); n != nil && (n.Kind == XMLText || n.Kind == XMLCData) {
			return value.Obj(n)
		}
		return value.Null
	})
	b.Get("System.Xml.XmlDocument OwnerDocument", func(v value.Value) value.Value {
		if node(v).Kind == XMLDocument {
			return value.Null
		}
		return nodeOrNull(node(v).document())
	})
	b.Get("string NamespaceURI", func(v value.Value) value.Value { return value.Str(node(v).namespace(node(v).prefix())) })
	b.Property("string Prefix", func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(node(v).prefix()), nil },
		func(_ value.Env, v, to value.Value) error {
			node(v).Name = strings.TrimPrefix(to.Text()+":"+localName(node(v).Name), ":")
			return nil
		})
	b.Get("string BaseURI", func(value.Value) value.Value { return value.Str("") })
	b.Get("bool IsReadOnly", func(value.Value) value.Value { return value.False })
	b.Method("System.Xml.XmlNode Clone()", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(node(c.This).clone()) }))
	b.Method("System.Xml.XmlNode PrependChild(System.Xml.XmlNode newChild)", dotnet.Give(func(c *value.Call) value.Value {
		node(c.This).insert(0, node(c.Args[0]))
		return c.Args[0]
	}))
	b.Method("System.Xml.XmlNode InsertBefore(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)", besides(0))
	b.Method("System.Xml.XmlNode InsertAfter(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)", besides(1))
	b.Method("System.Xml.XmlNode ReplaceChild(System.Xml.XmlNode newChild, System.Xml.XmlNode oldChild)", func(c *value.Call) (value.Value, error) {
		if _, err := besides(0)(c); err != nil {
			return value.Null, err
		}
		node(c.Args[1]).detach()
		return c.Args[1], nil
	})
	b.Method("void RemoveAll()", dotnet.Run(func(c *value.Call) { node(c.This).Kids, node(c.This).Attributes = nil, nil }))
	b.Method("void Normalize()", dotnet.Run(func(c *value.Call) { node(c.This).joinTexts() }))
	b.Method("System.Collections.IEnumerator GetEnumerator()", func(c *value.Call) (value.Value, error) {
		return dotnet.InvokeMethod(c.Env, nodeList(node(c.This).Kids), dotnet.NameOf("GetEnumerator"), nil, nil)
	})
	b.Method("string GetNamespaceOfPrefix(string prefix)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(node(c.This).namespace(dotnet.TextArg(c, 0))) }))
	b.Method("string GetPrefixOfNamespace(string namespaceURI)", dotnet.Give(func(c *value.Call) value.Value {
		for e := node(c.This); e != nil; e = e.Parent {
			for _, a := range e.Attributes {
				if prefix, ok := strings.CutPrefix(a.Name, "xmlns:"); ok && a.Text == dotnet.TextArg(c, 0) {
					return value.Str(prefix)
				}
			}
		}
		return value.Str("")
	}))
}

// besides inserts the first argument before or after the second; without a
// second one it goes to the other end.
func besides(by int) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		parent, child, beside := node(c.This), node(c.Args[0]), node(c.Args[1])
		if beside == nil {
			parent.insert((1-by)*len(parent.Kids), child)
			return c.Args[0], nil
		}
		child.detach()
		at := slices.Index(parent.Kids, beside)
		if at < 0 {
			return value.Null, dotnet.Throw(dotnet.ExArgument, "The reference node is not a child of this node.")
		}
		parent.insert(at+by, child)
		return c.Args[0], nil
	}
}

// joinTexts makes one text of neighbouring ones, here and below.
func (n *XMLNode) joinTexts() {
	var kids []*XMLNode
	for _, k := range n.Kids {
		if last := len(kids) - 1; k.Kind == XMLText && last >= 0 && kids[last].Kind == XMLText {
			kids[last].Text += k.Text
			continue
		}
		k.joinTexts()
		kids = append(kids, k)
	}
	n.Kids = kids
}

// loadXMLAttributes adds the attributes of an element as nodes.
func loadXMLAttributes(b dotnet.Rows) {
	local := func(c *value.Call) *XMLNode {
		for _, a := range node(c.This).Attributes {
			if localName(a.Name) == dotnet.TextArg(c, 0) {
				return a
			}
		}
		return nil
	}
	b.Method("System.Xml.XmlAttribute GetAttributeNode(string name)", dotnet.Give(func(c *value.Call) value.Value { return nodeOrNull(node(c.This).attribute(dotnet.TextArg(c, 0))) }))
	b.Method("System.Xml.XmlAttribute GetAttributeNode(string localName, string namespaceURI)", dotnet.Give(func(c *value.Call) value.Value { return nodeOrNull(local(c)) }))
	b.Method("string GetAttribute(string localName, string namespaceURI)", dotnet.Give(func(c *value.Call) value.Value {
		if a := local(c); a != nil {
			return value.Str(a.Text)
		}
		return value.Str("")
	}))
	loadNamespacedAttributes(b, local)
	b.Method("bool HasAttribute(string localName, string namespaceURI)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(local(c) != nil) }))
	b.Method("System.Xml.XmlAttribute SetAttributeNode(System.Xml.XmlAttribute newAttr)", dotnet.Give(func(c *value.Call) value.Value {
		n, a := node(c.This), node(c.Args[0])
		old := n.attribute(a.Name)
		n.Attributes = slices.DeleteFunc(n.Attributes, func(x *XMLNode) bool { return x == old })
		a.Parent = n
		n.Attributes = append(n.Attributes, a)
		return nodeOrNull(old)
	}))
	b.Method("System.Xml.XmlAttribute RemoveAttributeNode(System.Xml.XmlAttribute oldAttr)", dotnet.Give(func(c *value.Call) value.Value {
		n, a := node(c.This), node(c.Args[0])
		n.Attributes = slices.DeleteFunc(n.Attributes, func(x *XMLNode) bool { return x == a })
		return c.Args[0]
	}))
	b.Method("System.Xml.XmlNode RemoveAttributeAt(int i)", dotnet.Give(func(c *value.Call) value.Value {
		n, i := node(c.This), dotnet.IntArg(c, 0)
		if i < 0 || i >= len(n.Attributes) {
			return value.Null
		}
		a := n.Attributes[i]
		n.Attributes = slices.Delete(n.Attributes, i, i+1)
		return value.Obj(a)
	}))
	b.Method("void RemoveAllAttributes()", dotnet.Run(func(c *value.Call) { node(c.This).Attributes = nil }))
	loadXMLTagSearch(b)
}

func loadXMLTagSearch(b dotnet.Rows) {
	b.Method("System.Xml.XmlNodeList GetElementsByTagName(string localName, string namespaceURI)", dotnet.Give(func(c *value.Call) value.Value {
		var found []*XMLNode
		for _, n := range node(c.This).below([]*XMLNode{node(c.This)}) {
			if n != node(c.This) && n.Kind == XMLElement && localName(n.Name) == dotnet.TextArg(c, 0) && n.namespace(n.prefix()) == dotnet.TextArg(c, 1) {
				found = append(found, n)
			}
		}
		return nodeList(found)
	}))
}
