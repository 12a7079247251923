package xmldom

import "strings"

// indentXML writes a document as XmlDocument.Save does: two spaces a level,
// elements with text on one line.
func indentXML(n *XMLNode) string {
	var out strings.Builder
	for i, k := range n.Kids {
		if i > 0 {
			out.WriteByte('\n')
		}
		k.indent(&out, "")
	}
	return out.String()
}

func (n *XMLNode) indent(out *strings.Builder, margin string) {
	out.WriteString(margin)
	if n.Kind != XMLElement || len(n.Kids) == 0 || n.hasText() {
		n.write(out)
		return
	}
	shell := *n
	shell.Kids = nil
	out.WriteString(strings.TrimSuffix(shell.OuterXML(), " />") + ">")
	for _, k := range n.Kids {
		out.WriteByte('\n')
		k.indent(out, margin+"  ")
	}
	out.WriteString("\n" + margin + "</" + n.Name + ">")
}

func (n *XMLNode) hasText() bool {
	for _, k := range n.Kids {
		if k.Kind == XMLText || k.Kind == XMLCData {
			return true
		}
	}
	return false
}
