package xmldom

import (
	"slices"

	"exolab/runtime/dotnet"
)

// SelectNodes finds what an XPath 1.0 expression names, in document order.
// namespaces gives the namespaces of prefixes; nil means that no prefixes are
// known. An expression that is wrong, or finds no nodes but a text, a number or
// a truth, is .NET's XPathException.
func (n *XMLNode) SelectNodes(path string, namespaces map[string]string) ([]*XMLNode, error) {
	e, err := parseXPath(path)
	if err != nil {
		return nil, err
	}
	found, err := e.eval(&xpathContext{node: n, position: 1, size: 1, tree: &xpathTree{namespaces: namespaces}})
	if err != nil {
		return nil, err
	}
	if found.kind != xpathNodes {
		return nil, xpathError("Expression must evaluate to a node-set.")
	}
	return found.nodes, nil
}

// byTagName lists the elements of that name below a node, "*" for all.
func (n *XMLNode) byTagName(name string) []*XMLNode {
	var out []*XMLNode
	for _, k := range n.Kids {
		if k.Kind == XMLElement && (name == "*" || k.Name == name) {
			out = append(out, k)
		}
		out = append(out, k.byTagName(name)...)
	}
	return out
}

func xpathError(format string, args ...any) error {
	return dotnet.Throw("System.Xml.XPath.XPathException", format, args...)
}

// xpathTree is what is common to one evaluation.
type xpathTree struct {
	namespaces map[string]string
	// order numbers the nodes in document order; it is made when it is needed.
	order map[*XMLNode]int
}

// sorted puts nodes into document order and takes out doubles.
func (t *xpathTree) sorted(nodes []*XMLNode) []*XMLNode {
	if len(nodes) < 2 {
		return nodes
	}
	if t.order == nil {
		t.order = map[*XMLNode]int{}
		t.number(nodes[0].top())
	}
	nodes = slices.Clone(nodes)
	slices.SortStableFunc(nodes, func(a, b *XMLNode) int { return t.order[a] - t.order[b] })
	return slices.Compact(nodes)
}

func (t *xpathTree) number(n *XMLNode) {
	t.order[n] = len(t.order)
	for _, a := range n.Attributes {
		t.order[a] = len(t.order)
	}
	for _, k := range n.Kids {
		t.number(k)
	}
}

// xpathContext is where an expression is evaluated.
type xpathContext struct {
	node           *XMLNode
	position, size int
	tree           *xpathTree
}

// at is the context for one of the nodes of a list.
func (c *xpathContext) at(n *XMLNode, position, size int) *xpathContext {
	return &xpathContext{node: n, position: position, size: size, tree: c.tree}
}
