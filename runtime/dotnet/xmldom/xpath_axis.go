package xmldom

import "strings"

// xpathAxes list the nodes of an axis, nearest first.
var xpathAxes = map[string]func(n *XMLNode) []*XMLNode{
	"self":  func(n *XMLNode) []*XMLNode { return []*XMLNode{n} },
	"child": func(n *XMLNode) []*XMLNode { return n.Kids },
	"parent": func(n *XMLNode) []*XMLNode {
		if n.Parent == nil {
			return nil
		}
		return []*XMLNode{n.Parent}
	},
	"attribute":          func(n *XMLNode) []*XMLNode { return n.Attributes },
	"descendant":         func(n *XMLNode) []*XMLNode { return n.below(nil) },
	"descendant-or-self": func(n *XMLNode) []*XMLNode { return n.below([]*XMLNode{n}) },
	"ancestor":           func(n *XMLNode) []*XMLNode { return n.above(nil) },
	"ancestor-or-self":   func(n *XMLNode) []*XMLNode { return n.above([]*XMLNode{n}) },
	"following-sibling":  func(n *XMLNode) []*XMLNode { return n.siblings(1) },
	"preceding-sibling":  func(n *XMLNode) []*XMLNode { return n.siblings(-1) },
	"following": func(n *XMLNode) []*XMLNode {
		var out []*XMLNode
		for _, from := range n.above([]*XMLNode{n}) {
			for _, s := range from.siblings(1) {
				out = s.below(append(out, s))
			}
		}
		return out
	},
	"preceding": func(n *XMLNode) []*XMLNode {
		var out []*XMLNode
		for _, from := range n.above([]*XMLNode{n}) {
			for _, s := range from.siblings(-1) {
				inside := s.below([]*XMLNode{s})
				for i := len(inside) - 1; i >= 0; i-- {
					out = append(out, inside[i])
				}
			}
		}
		return out
	},
	"namespace": func(*XMLNode) []*XMLNode { return nil },
}

// below appends the descendants of a node in document order.
func (n *XMLNode) below(out []*XMLNode) []*XMLNode {
	for _, k := range n.Kids {
		out = k.below(append(out, k))
	}
	return out
}

// top is the node that a tree hangs on.
func (n *XMLNode) top() *XMLNode {
	for n.Parent != nil {
		n = n.Parent
	}
	return n
}

// above appends the ancestors of a node.
func (n *XMLNode) above(out []*XMLNode) []*XMLNode {
	for n = n.Parent; n != nil; n = n.Parent {
		out = append(out, n)
	}
	return out
}

// siblings lists the nodes after (by 1) or before (by -1) a node.
func (n *XMLNode) siblings(by int) []*XMLNode {
	var out []*XMLNode
	if n.Kind == XMLAttribute {
		return nil
	}
	for s := n.sibling(by); s != nil; s = s.sibling(by) {
		out = append(out, s)
	}
	return out
}

// passes reports whether a node is what a step names.
func (s *xpathStep) passes(n *XMLNode, t *xpathTree) (bool, error) {
	if n.Kind == XMLDeclaration || n.Kind == XMLAttribute && (n.Name == "xmlns" || strings.HasPrefix(n.Name, "xmlns:")) {
		return false, nil
	}
	switch s.kind {
	case "node":
		return true, nil
	case "text":
		return n.Kind == XMLText || n.Kind == XMLCData, nil
	case "comment":
		return n.Kind == XMLComment, nil
	case "processing-instruction":
		return false, nil
	}
	principal := XMLElement
	if s.axis == "attribute" {
		principal = XMLAttribute
	}
	if n.Kind != principal {
		return false, nil
	}
	return s.named(n, t)
}

// named compares the name of a node, its namespace included.
func (s *xpathStep) named(n *XMLNode, t *xpathTree) (bool, error) {
	if s.test == "*" {
		return true, nil
	}
	prefix, local, ok := strings.Cut(s.test, ":")
	uri := ""
	if !ok {
		prefix, local = "", s.test
	} else if t.namespaces == nil {
		return false, xpathError("Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.")
	} else if uri, ok = t.namespaces[prefix]; !ok {
		return false, xpathError("Namespace prefix '%s' is not defined.", prefix)
	}
	if local != "*" && local != localName(n.Name) {
		return false, nil
	}
	return namespaceOf(n) == uri, nil
}

// namespaceOf is the namespace that a node's name is in; attributes without
// prefix are in none.
func namespaceOf(n *XMLNode) string {
	prefix := n.prefix()
	if n.Kind == XMLAttribute && prefix == "" {
		return ""
	}
	return n.namespace(prefix)
}
