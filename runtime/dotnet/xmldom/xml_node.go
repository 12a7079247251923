package xmldom

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// XMLKind is what sort of node an XMLNode is.
type XMLKind uint8

// The kinds of node.
const (
	XMLDocument XMLKind = iota
	XMLElement
	XMLAttribute
	XMLText
	XMLCData
	XMLComment
	XMLDeclaration
)

// XMLNode is a node of System.Xml: document, element, attribute or text.
type XMLNode struct {
	value.Extended
	Kind             XMLKind
	Name             string
	Text             string
	Parent           *XMLNode
	Attributes, Kids []*XMLNode
}

func xmlType(name string, base *value.Type) *value.Type {
	return &value.Type{Name: name, FullName: "System.Xml." + name, Kind: value.KindObject, Base: base}
}

var (
	typeXMLElement     = xmlType("XmlElement", value.TypeXMLDocument.Base)
	typeXMLAttribute   = xmlType("XmlAttribute", value.TypeXMLDocument.Base)
	typeXMLText        = xmlType("XmlText", value.TypeXMLDocument.Base)
	typeXMLCData       = xmlType("XmlCDataSection", value.TypeXMLDocument.Base)
	typeXMLComment     = xmlType("XmlComment", value.TypeXMLDocument.Base)
	typeXMLDeclaration = xmlType("XmlDeclaration", value.TypeXMLDocument.Base)
)

// xmlTypes are the types by XMLKind; a function, for the document's own is
// shared with package value.
func xmlTypeOf(k XMLKind) *value.Type {
	return [...]*value.Type{value.TypeXMLDocument, typeXMLElement, typeXMLAttribute, typeXMLText, typeXMLCData, typeXMLComment, typeXMLDeclaration}[k]
}

// CastText is the full name of the node's type.
func (n *XMLNode) CastText() string { return n.PSType().FullName }

// PSType returns the node's type.
func (n *XMLNode) PSType() *value.Type { return xmlTypeOf(n.Kind) }

// ParseXML reads a document. The error is .NET's XmlException.
func ParseXML(text string) (*XMLNode, error) {
	doc := &XMLNode{Kind: XMLDocument, Name: "#document"}
	at := doc
	var begun []int // where the open elements begin
	d := xml.NewDecoder(strings.NewReader(text))
	// The text is decoded already, whatever encoding its declaration names.
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for {
		start := int(d.InputOffset())
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, at.broken(text, start)
		}
		if err := value.CheckMemory(); err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.EndElement:
			if at.Kind != XMLElement {
				return nil, fault{start + 1, "Unexpected end tag."}.error(text)
			}
			if at.Name != qualified(t.Name) {
				return nil, mismatch(text, at.Name, begun[len(begun)-1], qualified(t.Name), start)
			}
			at, begun = at.Parent, begun[:len(begun)-1]
		case xml.Directive:
			if err := declareEntities(d, string(t)); err != nil {
				return nil, err
			}
		default:
			if next := at.addToken(token); next != at && int(d.InputOffset()) > start {
				at, begun = next, append(begun, start)
			}
		}
	}
	if at != doc {
		return nil, unclosed(text, at.open()).error(text)
	}
	if doc.root() == nil {
		return nil, dotnet.Throw("System.Xml.XmlException", "Root element is missing.")
	}
	return doc, nil
}

// broken is the error for what begins at start inside n.
func (n *XMLNode) broken(text string, start int) error {
	f := faultIn(text, start)
	if f.what == endOfFile {
		f = unclosed(text, n.open())
	}
	return f.error(text)
}

// mismatch is the error for an end tag of another element than the one that is
// open; both are told by where their tags begin.
func mismatch(text, open string, begun int, end string, at int) error {
	line, column := place(text, begun+len("<"))
	return fault{at + len("</"), fmt.Sprintf("The '%s' start tag on line %d position %d does not match the end tag of '%s'.", open, line, column, end)}.error(text)
}

// open are the names of an element and of those that it stands in.
func (n *XMLNode) open() []string {
	var names []string
	for e := n; e.Kind == XMLElement; e = e.Parent {
		names = append(names, e.Name)
	}
	return names
}

func qualified(n xml.Name) string {
	if n.Space != "" {
		return n.Space + ":" + n.Local
	}
	return n.Local
}

// addToken adds what was read to n and returns where to go on.
func (n *XMLNode) addToken(token xml.Token) *XMLNode {
	switch t := token.(type) {
	case xml.StartElement:
		e := n.add(&XMLNode{Kind: XMLElement, Name: qualified(t.Name)})
		for _, a := range t.Attr {
			e.Attributes = append(e.Attributes, &XMLNode{Kind: XMLAttribute, Name: qualified(a.Name), Text: a.Value, Parent: e})
		}
		return e
	case xml.CharData:
		if s := strings.ReplaceAll(string(t), "\r\n", "\n"); strings.TrimSpace(s) != "" {
			n.add(&XMLNode{Kind: XMLText, Name: "#text", Text: s})
		}
	case xml.Comment:
		n.add(&XMLNode{Kind: XMLComment, Name: "#comment", Text: string(t)})
	case xml.ProcInst:
		n.add(&XMLNode{Kind: XMLDeclaration, Name: t.Target, Text: string(t.Inst)})
	}
	return n
}

func (n *XMLNode) add(child *XMLNode) *XMLNode {
	child.Parent = n
	n.Kids = append(n.Kids, child)
	return child
}

func (n *XMLNode) root() *XMLNode {
	for _, k := range n.Kids {
		if k.Kind == XMLElement {
			return k
		}
	}
	return nil
}

func (n *XMLNode) attribute(name string) *XMLNode {
	for _, a := range n.Attributes {
		if a.Name == name {
			return a
		}
	}
	return nil
}

// InnerText is all the text below a node.
func (n *XMLNode) InnerText() string {
	if n.Kind >= XMLAttribute {
		return n.Text
	}
	var out strings.Builder
	for _, k := range n.Kids {
		if k.Kind == XMLElement || k.Kind == XMLText || k.Kind == XMLCData {
			out.WriteString(k.InnerText())
		}
	}
	return out.String()
}

var (
	escapeXMLText      = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace
	escapeXMLAttribute = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#xA;", "\r", "&#xD;", "\t", "&#x9;").Replace
)

// OuterXML writes the node as markup.
func (n *XMLNode) OuterXML() string {
	var out strings.Builder
	n.write(&out)
	return out.String()
}

// InnerXML writes what is inside the node.
func (n *XMLNode) InnerXML() string {
	var out strings.Builder
	for _, k := range n.Kids {
		k.write(&out)
	}
	return out.String()
}

func (n *XMLNode) write(out *strings.Builder) {
	switch n.Kind {
	case XMLDocument:
		out.WriteString(n.InnerXML())
	case XMLText:
		out.WriteString(escapeXMLText(n.Text))
	case XMLCData:
		out.WriteString("<![CDATA[" + n.Text + "]]>")
	case XMLComment:
		out.WriteString("<!--" + n.Text + "-->")
	case XMLDeclaration:
		out.WriteString("<?" + n.Name + " " + n.Text + "?>")
	case XMLAttribute:
		out.WriteString(n.Name + `="` + escapeXMLAttribute(n.Text) + `"`)
	default:
		out.WriteString("<" + n.Name)
		for _, a := range n.Attributes {
			out.WriteByte(' ')
			a.write(out)
		}
		if len(n.Kids) == 0 {
			out.WriteString(" />")
			return
		}
		out.WriteString(">" + n.InnerXML() + "</" + n.Name + ">")
	}
}
