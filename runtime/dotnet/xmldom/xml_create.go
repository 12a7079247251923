package xmldom

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadXMLCreation adds the document's methods that make nodes.
func loadXMLCreation(b dotnet.Rows) {
	named := func(kind XMLKind) dotnet.Body {
		return dotnet.Give(func(c *value.Call) value.Value { return value.Obj(newNamed(kind, c.Args)) })
	}
	for _, of := range [...]struct {
		kind       XMLKind
		name, made string
	}{{XMLElement, "CreateElement", "System.Xml.XmlElement"}, {XMLAttribute, "CreateAttribute", "System.Xml.XmlAttribute"}} {
		for _, params := range [...]string{"string name", "string qualifiedName, string namespaceURI", "string prefix, string localName, string namespaceURI"} {
			b.Method(of.made+" "+of.name+"("+params+")", named(of.kind))
		}
	}
	holding := func(kind XMLKind, name string) dotnet.Body {
		return dotnet.Give(func(c *value.Call) value.Value {
			return value.Obj(&XMLNode{Kind: kind, Name: name, Text: dotnet.TextArg(c, 0)})
		})
	}
	b.Method("System.Xml.XmlText CreateTextNode(string text)", holding(XMLText, "#text"))
	b.Method("System.Xml.XmlWhitespace CreateWhitespace(string text)", holding(XMLText, "#text"))
	b.Method("System.Xml.XmlSignificantWhitespace CreateSignificantWhitespace(string text)", holding(XMLText, "#text"))
	b.Method("System.Xml.XmlComment CreateComment(string data)", holding(XMLComment, "#comment"))
	b.Method("System.Xml.XmlCDataSection CreateCDataSection(string data)", holding(XMLCData, "#cdata-section"))
	b.Method("System.Xml.XmlProcessingInstruction CreateProcessingInstruction(string target, string data)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Obj(&XMLNode{Kind: XMLDeclaration, Name: dotnet.TextArg(c, 0), Text: dotnet.TextArg(c, 1)})
	}))
	b.Method("System.Xml.XmlDeclaration CreateXmlDeclaration(string version, string encoding, string standalone)", createDeclaration)
	b.Method("System.Xml.XmlNode CreateNode(string nodeTypeString, string name, string namespaceURI)", createNode)
	b.Method("System.Xml.XmlNode CreateNode(System.Xml.XmlNodeType type, string name, string namespaceURI)", createNode)
	b.Method("System.Xml.XmlNode CreateNode(System.Xml.XmlNodeType type, string prefix, string name, string namespaceURI)", createNode)
	b.Method("System.Xml.XmlNode ImportNode(System.Xml.XmlNode node, bool deep)", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(node(c.Args[0]).clone()) }))
}

// newNamed makes an element or attribute of "name", "name, namespace" or
// "prefix, name, namespace".
func newNamed(kind XMLKind, args []value.Value) *XMLNode {
	n := &XMLNode{Kind: kind, Name: args[0].Text()}
	if len(args) == 3 {
		n.Name = strings.TrimPrefix(args[0].Text()+":"+args[1].Text(), ":")
	}
	if uri := args[len(args)-1].Text(); len(args) > 1 && uri != "" && kind == XMLElement {
		name := strings.TrimSuffix("xmlns:"+n.prefix(), ":")
		n.Attributes = []*XMLNode{{Kind: XMLAttribute, Name: name, Text: uri, Parent: n}}
	}
	return n
}

func createDeclaration(c *value.Call) (value.Value, error) {
	if v := dotnet.TextArg(c, 0); v != "1.0" && v != "1.1" {
		return value.Null, dotnet.Throw(dotnet.ExArgument, "Wrong XML version information. The XML must match production \"VersionNum ::= '1.' [0-9]+\".")
	}
	text := `version="` + dotnet.TextArg(c, 0) + `"`
	for i, name := range [...]string{1: "encoding", 2: "standalone"} {
		if i > 0 && !c.Args[i].IsNull() && c.Args[i].Text() != "" {
			text += " " + name + `="` + c.Args[i].Text() + `"`
		}
	}
	return value.Obj(&XMLNode{Kind: XMLDeclaration, Name: "xml", Text: text}), nil
}

// createNode makes a node of a type given by name or XmlNodeType.
func createNode(c *value.Call) (value.Value, error) {
	kinds := map[string]XMLKind{"element": XMLElement, "attribute": XMLAttribute, "text": XMLText, "cdata": XMLCData, "cdatasection": XMLCData, "comment": XMLComment, "document": XMLDocument}
	names := map[XMLKind]string{XMLText: "#text", XMLCData: "#cdata-section", XMLComment: "#comment", XMLDocument: "#document"}
	asked := dotnet.ToText(c.Env, c.Args[0])
	kind, ok := kinds[strings.ToLower(asked)]
	if !ok {
		return value.Null, dotnet.Throw(dotnet.ExArgument, "'%s' does not represent any 'XmlNodeType'.", asked)
	}
	if kind == XMLElement || kind == XMLAttribute {
		return value.Obj(newNamed(kind, c.Args[1:])), nil
	}
	return value.Obj(&XMLNode{Kind: kind, Name: names[kind]}), nil
}
