package xmldom

import (
	"os"
	"slices"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/collections"
	"exolab/runtime/dotnet/fileio"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

func node(v value.Value) *XMLNode { return dotnet.Of[*XMLNode](v) }

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
	b := dotnet.NewRows(t, m)
	b.Get("int Count", func(v value.Value) value.Value { return value.Int(len(dotnet.Of[*value.Sequence](v).Items)) })
	b.Method("System.Xml.XmlNode Item(int index)", dotnet.Give(func(c *value.Call) value.Value {
		if items := collections.Listing(c).Items; dotnet.IntArg(c, 0) >= 0 && dotnet.IntArg(c, 0) < len(items) {
			return items[dotnet.IntArg(c, 0)]
		}
		return value.Null
	}))
}

var xmlNodeTypes = [...]int64{XMLDocument: 9, XMLElement: 1, XMLAttribute: 2, XMLText: 3, XMLCData: 4, XMLComment: 8, XMLDeclaration: 17}

func loadXMLNode(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("string Name", func(v value.Value) value.Value { return value.Str(node(v).Name) })
	b.Get("string LocalName", func(v value.Value) value.Value { return value.Str(localName(node(v).Name)) })
	b.Get("System.Xml.XmlNodeType NodeType", func(v value.Value) value.Value {
		return value.Enum(dotnet.MustType("System.Xml.XmlNodeType"), xmlNodeTypes[node(v).Kind])
	})
	b.Get("System.Xml.XmlNodeList ChildNodes", func(v value.Value) value.Value { return nodeList(node(v).Kids) })
	b.Get("System.Object Attributes", func(v value.Value) value.Value { return nodeList(node(v).Attributes) })
	b.Get("bool HasChildNodes", func(v value.Value) value.Value { return value.Bool(len(node(v).Kids) > 0) })
	b.Get("System.Xml.XmlNode ParentNode", func(v value.Value) value.Value { return nodeOrNull(node(v).Parent) })
	b.Get("System.Xml.XmlNode FirstChild", func(v value.Value) value.Value {
		if k := node(v).Kids; len(k) > 0 {
			return value.Obj(k[0])
		}
		return value.Null
	})
	b.Get("System.Xml.XmlNode LastChild", func(v value.Value) value.Value {
		if k := node(v).Kids; len(k) > 0 {
			return value.Obj(k[len(k)-1])
		}
		return value.Null
	})
	b.Get("string OuterXml", func(v value.Value) value.Value { return value.Str(node(v).OuterXML()) })
	b.Property("string InnerXml", func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(node(v).InnerXML()), nil }, setInnerXML)
	text := func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(node(v).InnerText()), nil }
	setText := func(_ value.Env, v, to value.Value) error { node(v).setText(to.Text()); return nil }
	b.Property("string InnerText", text, setText)
	b.Property("string Value", func(_ value.Env, v value.Value) (value.Value, error) {
		if node(v).Kind < XMLAttribute {
			return value.Null, nil
		}
		return value.Str(node(v).Text), nil
	}, setText)
	loadXMLMethods(b)
	loadXMLTree(b)
}

func loadXMLMethods(b dotnet.Rows) {
	loadXPath(b)
	b.Method("System.Xml.XmlNode AppendChild(System.Xml.XmlNode newChild)", dotnet.Give(func(c *value.Call) value.Value {
		child := node(c.Args[0])
		child.detach()
		return value.Obj(node(c.This).add(child))
	}))
	b.Method("System.Xml.XmlNode RemoveChild(System.Xml.XmlNode oldChild)", dotnet.Give(func(c *value.Call) value.Value {
		node(c.Args[0]).detach()
		return c.Args[0]
	}))
	b.Method("System.Xml.XmlNode CloneNode(bool deep)", func(c *value.Call) (value.Value, error) { return value.Obj(node(c.This).clone()), nil })
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value {
		if n := node(c.This); n.Kind >= XMLAttribute {
			return value.Str(n.Text)
		} else if n.Kind == XMLElement {
			return value.Str(n.Name)
		}
		return value.Str("#document")
	}))
}

// setInnerXML replaces what is inside an element by markup.
func setInnerXML(_ value.Env, v, to value.Value) error {
	n := node(v)
	inside, err := ParseXML("<inside>" + to.Text() + "</inside>")
	if err != nil {
		return err
	}
	if n.Kind == XMLDocument {
		if inside, err = ParseXML(to.Text()); err != nil {
			return err
		}
	} else {
		inside = inside.root()
	}
	n.Kids = inside.Kids
	for _, k := range n.Kids {
		k.Parent = n
	}
	return nil
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
	b := dotnet.NewRows(t, m)
	b.Get("bool HasAttributes", func(v value.Value) value.Value { return value.Bool(len(node(v).Attributes) > 0) })
	b.Property("bool IsEmpty", func(_ value.Env, v value.Value) (value.Value, error) { return value.Bool(len(node(v).Kids) == 0), nil },
		func(_ value.Env, v, to value.Value) error {
			if to.AsBool() {
				node(v).Kids = nil
			}
			return nil
		})
	b.Method("string GetAttribute(string name)", dotnet.Give(func(c *value.Call) value.Value {
		if a := node(c.This).attribute(dotnet.TextArg(c, 0)); a != nil {
			return value.Str(a.Text)
		}
		return value.Str("")
	}))
	loadXMLAttributes(b)
	loadXMLSupports(b)
	b.Method("bool HasAttribute(string name)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(node(c.This).attribute(dotnet.TextArg(c, 0)) != nil)
	}))
	b.Method("void SetAttribute(string name, string value)", dotnet.Run(func(c *value.Call) {
		n := node(c.This)
		if a := n.attribute(dotnet.TextArg(c, 0)); a != nil {
			a.Text = dotnet.TextArg(c, 1)
			return
		}
		n.Attributes = append(n.Attributes, &XMLNode{Kind: XMLAttribute, Name: dotnet.TextArg(c, 0), Text: dotnet.TextArg(c, 1), Parent: n})
	}))
	b.Method("void RemoveAttribute(string name)", dotnet.Run(func(c *value.Call) {
		n := node(c.This)
		n.Attributes = slices.DeleteFunc(n.Attributes, func(a *XMLNode) bool { return a.Name == dotnet.TextArg(c, 0) })
	}))
}

func loadXMLDocument(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("System.Xml.XmlElement DocumentElement", func(v value.Value) value.Value { return nodeOrNull(node(v).root()) })
	b.Property("bool PreserveWhitespace", func(value.Env, value.Value) (value.Value, error) { return value.False, nil }, func(value.Env, value.Value, value.Value) error { return nil })
	loadXMLCreation(b)
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
	loadXMLTagSearch(b)
	loadXMLSupports(b)
	b.Property("System.Xml.XmlResolver XmlResolver", nil, func(_ value.Env, _, to value.Value) error {
		if to.IsNull() {
			return nil
		}
		return dotnet.Throw(dotnet.ExNotSupported, "exolab's XML documents resolve no external resources; XmlResolver can only be null.")
	})
	b.Get("System.Xml.XmlDocumentType DocumentType", func(value.Value) value.Value { return value.Null })
	b.Method("System.Xml.XmlElement GetElementById(string elementId)", dotnet.Give(func(*value.Call) value.Value { return value.Null }))
	b.Method("void Load(System.IO.Stream inStream)", dotnet.Do(func(c *value.Call) error {
		return load(node(c.This), text.EncodingUTF8.DecodeFile(fileio.ReadStream(c.Args[0])))
	}))
	b.Method("void Save(System.IO.Stream outStream)", dotnet.Do(func(c *value.Call) error {
		fileio.WriteStream(c.Args[0], []byte(indentXML(node(c.This))))
		return nil
	}))
	b.Method("void LoadXml(string xml)", dotnet.Do(func(c *value.Call) error { return load(node(c.This), dotnet.TextArg(c, 0)) }))
	b.Method("void Load(System.IO.TextReader txtReader)", dotnet.Do(func(c *value.Call) error {
		all, err := dotnet.InvokeMethod(c.Env, c.Args[0], dotnet.NameOf("ReadToEnd"), nil, nil)
		if err != nil {
			return err
		}
		return load(node(c.This), all.Text())
	}))
	b.Method("void Save(System.IO.TextWriter writer)", dotnet.Do(func(c *value.Call) error {
		_, err := dotnet.InvokeMethod(c.Env, c.Args[0], dotnet.NameOf("Write"), []value.Value{value.Str(indentXML(node(c.This)))}, nil)
		return err
	}))
	b.Method("void Load(string filename)", fileio.OnFile(func(path string, c *value.Call) (value.Value, error) {
		raw, err := sandbox.ReadFile(path)
		if err != nil {
			return value.Null, fileio.IOError(err, path)
		}
		return value.Void, load(node(c.This), text.EncodingUTF8.DecodeFile(raw))
	}))
	b.Method("void Save(string filename)", fileio.OnFile(func(path string, c *value.Call) (value.Value, error) {
		return value.Void, fileio.WriteFile(path, os.O_CREATE|os.O_TRUNC, []byte(indentXML(node(c.This))))
	}))
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(&XMLNode{Kind: XMLDocument, Name: "#document"}) }))
	b.Table.AddStatic(&value.Member{Name: value.FromText, Kind: value.DotNetMethod, Hidden: true, Method: &value.Method{Name: value.FromText,
		Overloads: []*value.Overload{{Call: func(c *value.Call) (value.Value, error) {
			doc, err := ParseXML(dotnet.TextArg(c, 0))
			if err != nil {
				return value.Null, err
			}
			return value.Obj(doc), nil
		}}}}})
}

// loadXMLSupports adds the question for a feature of the DOM: .NET has XML of
// the versions 1.0 and 2.0.
func loadXMLSupports(b dotnet.Rows) {
	b.Method("bool Supports(string feature, string version)", dotnet.Give(func(c *value.Call) value.Value {
		version := dotnet.TextArg(c, 1)
		return value.Bool(strings.EqualFold(dotnet.TextArg(c, 0), "XML") && (version == "" || version == "1.0" || version == "2.0"))
	}))
}
