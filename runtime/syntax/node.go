package syntax

import (
	"reflect"

	"exolab/parser"
	"exolab/runtime/value"
)

// Tree is one parsed text as scripts see it: each of the parser's nodes has
// one Node.
type Tree struct {
	source *parser.Source
	nodes  map[parser.Node]*Node
	// Faulty is set for a text with errors: no script block can be made of it.
	Faulty bool
}

// Node is an Ast.
type Node struct {
	value.Extended
	tree   *Tree
	node   parser.Node
	parent *Node
	class  *class
}

// NewTree returns the tree of a block.
func NewTree(source *parser.Source) *Tree {
	return &Tree{source: source, nodes: map[parser.Node]*Node{}}
}

// Root returns the Ast of a block that is in no other one.
func (t *Tree) Root(b *parser.ScriptBlock) *Node { return t.wrap(b, nil) }

// Top returns the Ast of a node as one that is in no other.
func (t *Tree) Top(n parser.Node) *Node { return t.wrap(n, nil) }

// wrap returns the Node before a node of the parser.
func (t *Tree) wrap(n parser.Node, parent *Node) *Node {
	if known := t.nodes[n]; known != nil {
		return known
	}
	w := &Node{tree: t, node: n, parent: parent, class: classOf(n)}
	t.nodes[n] = w
	return w
}

// PSType returns the node's class.
func (w *Node) PSType() *value.Type { return w.class.t }

// String is the text of the node.
func (w *Node) String() string { return w.tree.source.Slice(w.node.Extent()) }

// child is the Ast of a part of the node, or null.
func (w *Node) child(n parser.Node) value.Value {
	if isNil(n) {
		return value.Null
	}
	return value.Obj(w.tree.wrap(n, w))
}

func isNil(n parser.Node) bool {
	if n == nil {
		return true
	}
	v := reflect.ValueOf(n)
	return v.Kind() == reflect.Pointer && v.IsNil()
}

// children lists the parts of the node in the order in which PowerShell visits
// them.
func (w *Node) children() []*Node {
	var list []*Node
	for _, n := range partsOf(w) {
		list = append(list, w.tree.wrap(n, w))
	}
	return list
}

// partsOf lists the parser's nodes directly below one.
func partsOf(w *Node) []parser.Node {
	switch n := w.node.(type) {
	case *parser.FunctionMember:
		return methodParts(w, n)
	case *parser.AssignmentStatement:
		return []parser.Node{n.Left, bare(n.Right)}
	case *parser.NamedAttributeArgument:
		return []parser.Node{argumentValue(w, n)}
	}
	var parts []parser.Node
	depth := 0
	parser.WalkPath(w.node, func(n parser.Node) bool {
		if depth == 1 {
			parts = append(parts, n)
			return false
		}
		depth++
		return true
	}, func(parser.Node) {})
	return parts
}

func methodParts(w *Node, n *parser.FunctionMember) []parser.Node {
	var parts []parser.Node
	for _, a := range n.Attributes {
		parts = append(parts, a)
	}
	if n.ReturnType != nil {
		parts = append(parts, n.ReturnType)
	}
	return append(parts, methodFunction(w, n))
}

// methodFunction is the function that PowerShell keeps inside a method.
func methodFunction(w *Node, n *parser.FunctionMember) *parser.FunctionDefinition {
	for known, node := range w.tree.nodes {
		if f, ok := known.(*parser.FunctionDefinition); ok && node.parent == w {
			return f
		}
	}
	f := &parser.FunctionDefinition{Span: parser.Span{Start: n.NameSpan.Start, End: n.End}, Name: n.Name, NameSpan: n.NameSpan,
		Parameters: n.Parameters, Body: n.Body}
	w.tree.wrap(f, w)
	return f
}

// argumentValue is the value of a named argument: $true where it is left out.
func argumentValue(w *Node, n *parser.NamedAttributeArgument) parser.Node {
	if n.Value != nil {
		return n.Value
	}
	for known, node := range w.tree.nodes {
		if node.parent == w {
			return known
		}
	}
	v := &omitted{n.Span}
	w.tree.wrap(v, w)
	return v
}

// omitted is the constant $true that stands for a value left out.
type omitted struct{ parser.Span }

// bare takes the pipeline off an expression that is all of an assigned value.
func bare(s parser.Statement) parser.Node {
	if p, ok := s.(*parser.Pipeline); ok && len(p.Elements) == 1 && !p.Background {
		if e, ok := p.Elements[0].(*parser.CommandExpression); ok {
			return e
		}
	}
	return s
}

// search calls visit for the node and all below it, in PowerShell's order,
// until it returns false. What is in functions and script blocks is left out
// unless nested is set.
func (w *Node) search(nested bool, visit func(*Node) (goOn bool, err error)) (bool, error) {
	goOn, err := visit(w)
	if !goOn || err != nil || !nested && hasOwnBlock(w) {
		return goOn, err
	}
	for _, part := range w.children() {
		if goOn, err := part.search(nested, visit); !goOn || err != nil {
			return goOn, err
		}
	}
	return true, nil
}

// hasOwnBlock reports whether a node holds a script block of its own.
func hasOwnBlock(w *Node) bool {
	switch w.node.(type) {
	case *parser.FunctionDefinition, *parser.ScriptBlockExpression:
		return true
	}
	return false
}
