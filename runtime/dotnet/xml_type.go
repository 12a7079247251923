package dotnet

import (
	"os"
	"slices"

	"exolab/runtime/value"
)

func node(v value.Value) *XMLNode { return of[*XMLNode](v) }

var typeXMLNodeList = &value.Type{Name: "XmlNodeList", FullName: "System.Xml.XmlNodeList", Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{value.TypeIEnumerable}}

func nodeList(nodes []*XMLNode) value.Value {
	l := &value.Sequence{T: typeXMLNodeList, ReadOnly: true}
	for _, n := range nodes {
		l.Items = append(l.Items, value.Obj(n))
	}
	return value.Obj(l)
}

func nodeOrNull(n *XMLNode) value.Value {
	if n == nil {
		return value.Null
	}
	return value.Obj(n)
}

func loadXMLNodeList(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.get("int Count", func(v value.Value) value.Value { return value.Int(len(of[*value.Sequence](v).Items)) })
	b.method("System.Xml.XmlNode Item(int index)", give(func(c *value.Call) value.Value {
		if items := sequence(c).Items; number(c, 0) >= 0 && number(c, 0) < len(items) {
			return items[number(c, 0)]
		}
		return value.Null
	}))
}

var xmlNodeTypes = [...]int64{XMLDocument: 9, XMLElement: 1, XMLAttribute: 2, XMLText: 3, XMLCData: 4, XMLComment: 8, XMLDeclaration: 17}

func loadXMLNode(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.get("string Name", func(v value.Value) value.Value { return value.Str(node(v).Name) })
	b.get("string LocalName", func(v value.Value) value.Value { return value.Str(localName(node(v).Name)) })
	b.get("System.Xml.XmlNodeType NodeType", func(v value.Value) value.Value {
		return value.Enum(mustType("System.Xml.XmlNodeType"), xmlNodeTypes[node(v).Kind])
	})
	b.get("System.Xml.XmlNodeList ChildNodes", func(v value.Value) value.Value { return nodeList(node(v).Kids) })
	b.get("System.Object Attributes", func(v value.Value) value.Value { return nodeList(node(v).Attributes) })
	b.get("bool HasChildNodes", func(v value.Value) value.Value { return value.Bool(len(node(v).Kids) > 0) })
	b.get("System.Xml.XmlNode ParentNode", func(v value.Value) value.Value { return nodeOrNull(node(v).Parent) })
	b.get("System.Xml.XmlNode FirstChild", func(v value.Value) value.Value {
		if k := node(v).Kids; len(k) > 0 {
			return value.Obj(k[0])
		}
		return value.Null
	})
	b.get("System.Xml.XmlNode LastChild", func(v value.Value) value.Value {
		if k := node(v).Kids; len(k) > 0 {
			return value.Obj(k[len(k)-1])
		}
		return value.Null
	})
	b.get("string OuterXml", func(v value.Value) value.Value { return value.Str(node(v).OuterXML()) })
	b.get("string InnerXml", func(v value.Value) value.Value { return value.Str(node(v).InnerXML()) })
	text := func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(node(v).InnerText()), nil }
	setText := func(_ value.Env, v, to value.Value) error { node(v).setText(to.Text()); return nil }
	b.property("string InnerText", text, setText)
	b.property("string Value", func(_ value.Env, v value.Value) (value.Value, error) {
		if node(v).Kind < XMLAttribute {
			return value.Null, nil
		}
		return value.Str(node(v).Text), nil
	}, setText)
	loadXMLMethods(b)
}

func loadXMLMethods(b table) {
	b.method("System.Xml.XmlNodeList SelectNodes(string xpath)", func(c *value.Call) (value.Value, error) {
		found, err := selectNodes(node(c.This), text(c, 0))
		return nodeList(found), err
	})
	b.method("System.Xml.XmlNode SelectSingleNode(string xpath)", func(c *value.Call) (value.Value, error) {
		found, err := selectNodes(node(c.This), text(c, 0))
		if err != nil || len(found) == 0 {
			return value.Null, err
		}
		return value.Obj(found[0]), nil
	})
	b.method("System.Xml.XmlNode AppendChild(System.Xml.XmlNode newChild)", give(func(c *value.Call) value.Value {
		child := node(c.Args[0])
		child.detach()
		return value.Obj(node(c.This).add(child))
	}))
	b.method("System.Xml.XmlNode RemoveChild(System.Xml.XmlNode oldChild)", give(func(c *value.Call) value.Value {
		node(c.Args[0]).detach()
		return c.Args[0]
	}))
	b.method("System.Xml.XmlNodeList GetElementsByTagName(string name)", func(c *value.Call) (value.Value, error) {
		found, err := selectNodes(node(c.This), ".//"+text(c, 0))
		return nodeList(found), err
	})
	b.method("System.Xml.XmlNode CloneNode(bool deep)", func(c *value.Call) (value.Value, error) { return value.Obj(node(c.This).clone()), nil })
	b.method("string ToString()", give(func(c *value.Call) value.Value {
		if n := node(c.This); n.Kind >= XMLAttribute {
			return value.Str(n.Text)
		} else if n.Kind == XMLElement {
			return value.Str(n.Name)
		}
		return value.Str("#document")
	}))
}

func (n *XMLNode) detach() {
	if n.Parent != nil {
		n.Parent.Kids = slices.DeleteFunc(n.Parent.Kids, func(k *XMLNode) bool { return k == n })
	}
	n.Parent = nil
}

func (n *XMLNode) clone() *XMLNode {
	out := &XMLNode{Kind: n.Kind, Name: n.Name, Text: n.Text}
	for _, a := range n.Attributes {
		out.Attributes = append(out.Attributes, &XMLNode{Kind: a.Kind, Name: a.Name, Text: a.Text, Parent: out})
	}
	for _, k := range n.Kids {
		out.add(k.clone())
	}
	return out
}

func loadXMLElement(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.get("bool HasAttributes", func(v value.Value) value.Value { return value.Bool(len(node(v).Attributes) > 0) })
	b.get("bool IsEmpty", func(v value.Value) value.Value { return value.Bool(len(node(v).Kids) == 0) })
	b.method("string GetAttribute(string name)", give(func(c *value.Call) value.Value {
		if a := node(c.This).attribute(text(c, 0)); a != nil {
			return value.Str(a.Text)
		}
		return value.Str("")
	}))
	b.method("bool HasAttribute(string name)", give(func(c *value.Call) value.Value { return value.Bool(node(c.This).attribute(text(c, 0)) != nil) }))
	b.method("void SetAttribute(string name, string value)", run(func(c *value.Call) {
		n := node(c.This)
		if a := n.attribute(text(c, 0)); a != nil {
			a.Text = text(c, 1)
			return
		}
		n.Attributes = append(n.Attributes, &XMLNode{Kind: XMLAttribute, Name: text(c, 0), Text: text(c, 1), Parent: n})
	}))
	b.method("void RemoveAttribute(string name)", run(func(c *value.Call) {
		n := node(c.This)
		n.Attributes = slices.DeleteFunc(n.Attributes, func(a *XMLNode) bool { return a.Name == text(c, 0) })
	}))
}

func loadXMLDocument(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.get("System.Xml.XmlElement DocumentElement", func(v value.Value) value.Value { return nodeOrNull(node(v).root()) })
	b.property("bool PreserveWhitespace", func(value.Env, value.Value) (value.Value, error) { return value.False, nil }, func(value.Env, value.Value, value.Value) error { return nil })
	create := func(kind XMLKind, name string) body {
		return give(func(c *value.Call) value.Value {
			n := &XMLNode{Kind: kind, Name: name}
			if name == "" {
				n.Name = text(c, 0)
			} else {
				n.Text = text(c, 0)
			}
			return value.Obj(n)
		})
	}
	b.method("System.Xml.XmlElement CreateElement(string name)", create(XMLElement, ""))
	b.method("System.Xml.XmlAttribute CreateAttribute(string name)", create(XMLAttribute, ""))
	b.method("System.Xml.XmlText CreateTextNode(string text)", create(XMLText, "#text"))
	b.method("System.Xml.XmlComment CreateComment(string data)", create(XMLComment, "#comment"))
	b.method("System.Xml.XmlCDataSection CreateCDataSection(string data)", create(XMLCData, "#cdata-section"))
	b.method("System.Xml.XmlNode ImportNode(System.Xml.XmlNode node, bool deep)", give(func(c *value.Call) value.Value { return value.Obj(node(c.Args[0]).clone()) }))
	load := func(this *XMLNode, s string) error {
		doc, err := ParseXML(s)
		if err == nil {
			this.Kids = doc.Kids
			for _, k := range this.Kids {
				k.Parent = this
			}
		}
		return err
	}
	b.method("void LoadXml(string xml)", do(func(c *value.Call) error { return load(node(c.This), text(c, 0)) }))
	b.method("void Load(string filename)", onFile(func(path string, c *value.Call) (value.Value, error) {
		raw, err := os.ReadFile(path)
		if err != nil {
			return value.Null, ioError(err, path)
		}
		return value.Void, load(node(c.This), encodingUTF8.decodeFile(raw))
	}))
	b.method("void Save(string filename)", onFile(func(path string, c *value.Call) (value.Value, error) {
		return value.Void, writeFile(path, os.O_CREATE|os.O_TRUNC, []byte(indentXML(node(c.This))))
	}))
	b.constructor("()", give(func(*value.Call) value.Value { return value.Obj(&XMLNode{Kind: XMLDocument, Name: "#document"}) }))
	b.m.AddStatic(&value.Member{Name: value.FromText, Kind: value.DotNetMethod, Hidden: true, Method: &value.Method{Name: value.FromText,
		Overloads: []*value.Overload{{Call: func(c *value.Call) (value.Value, error) {
			doc, err := ParseXML(text(c, 0))
			if err != nil {
				return value.Null, err
			}
			return value.Obj(doc), nil
		}}}}})
}
