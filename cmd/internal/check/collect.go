package check

import (
	"os"
	"path/filepath"
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// collect notes what the whole script defines, before any rule looks at it.
func (c *checker) collect(tree *parser.ScriptBlock) {
	defined := Functions(tree)
	for name := range c.defined {
		defined[name] = true
	}
	c.defined = defined
	c.assigned, c.single = map[string]int{}, map[string]int{}
	parser.Walk(tree, func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.AssignmentStatement:
			c.assignment(n)
		case *parser.ForEachStatement:
			c.assigned[value.Fold(n.Variable.Name)]++
		case *parser.Parameter:
			c.assigned[value.Fold(n.Name.Name)]++
		case *parser.BinaryExpression:
			c.exemptPattern(n)
		case *parser.Attribute:
			c.exemptCode(n)
		case *parser.Command:
			c.exemptCode(n)
			c.noteFlavour(n)
		}
		return true
	})
}

func (c *checker) assignment(a *parser.AssignmentStatement) {
	left := a.Left
	if cast, ok := left.(*parser.ConvertExpression); ok {
		left = cast.Operand
		if v, ok := left.(*parser.VariableExpression); ok {
			c.assigned[value.Fold(v.Name)]++
		}
		return
	}
	v, ok := left.(*parser.VariableExpression)
	if !ok {
		return
	}
	name := value.Fold(v.Name)
	c.assigned[name]++
	if a.Operator == "=" && c.maybeSingle(a.Right) {
		c.single[name]++
	}
}

// exemptPattern exempts the patterns of operators, in which $ has a meaning.
func (c *checker) exemptPattern(b *parser.BinaryExpression) {
	operator := strings.ToLower(b.Operator)
	for _, name := range []string{"match", "replace", "split", "like"} {
		if !strings.HasSuffix(operator, name) {
			continue
		}
		parser.Walk(b.Right, func(n parser.Node) bool {
			c.exempt[n] = true
			return true
		})
	}
}

// exemptCode exempts strings that are code: arguments of Invoke-Expression and
// of attributes.
func (c *checker) exemptCode(n parser.Node) {
	if call, ok := c.callOf(n); ok {
		switch strings.ToLower(call.name) {
		case "invoke-expression", "iex", "select-string", "sls":
		default:
			return
		}
	} else if _, command := n.(*parser.Command); command {
		return
	}
	parser.Walk(n, func(inner parser.Node) bool {
		c.exempt[inner] = true
		return true
	})
}

// Functions lists the functions and aliases that a script defines, by folded
// name, those of scripts that it dot-sources by a constant path included.
func Functions(tree *parser.ScriptBlock) map[string]bool {
	out := map[string]bool{}
	addFunctions(tree, out, 0)
	return out
}

// maxDepth is how deep dot-sourced scripts are followed.
const maxDepth = 8

func addFunctions(tree *parser.ScriptBlock, out map[string]bool, depth int) {
	parser.Walk(tree, func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.FunctionDefinition:
			name := n.Name
			if _, rest, scoped := strings.Cut(name, ":"); scoped {
				name = rest
			}
			out[value.Fold(name)] = true
		case *parser.Command:
			addCommand(tree.Source, n, out, depth)
		}
		return true
	})
}

// addCommand notes the alias that a command makes, or follows a dot-sourced
// script.
func addCommand(source *parser.Source, n *parser.Command, out map[string]bool, depth int) {
	if len(n.Elements) == 0 {
		return
	}
	if n.Invocation == parser.InvokeDot {
		if depth < maxDepth {
			addFile(source, n.Elements[0], out, depth)
		}
		return
	}
	name, ok := n.Elements[0].(*parser.StringConstant)
	if !ok {
		return
	}
	switch strings.ToLower(name.Value) {
	case "set-alias", "new-alias", "sal", "nal":
		for _, e := range n.Elements[1:] {
			if alias, ok := e.(*parser.StringConstant); ok {
				out[value.Fold(alias.Value)] = true
				return
			}
		}
	}
}

// addFile reads a dot-sourced script whose path is constant but for
// $PSScriptRoot.
func addFile(source *parser.Source, e parser.Node, out map[string]bool, depth int) {
	var path string
	switch e := e.(type) {
	case *parser.StringConstant:
		path = e.Value
	case *parser.ExpandableString:
		path = e.Value
	default:
		return
	}
	folder := filepath.Dir(source.Name)
	path = strings.ReplaceAll(strings.ReplaceAll(path, "$PSScriptRoot", folder), `\`, "/")
	if !filepath.IsAbs(path) && !strings.HasPrefix(path, folder+"/") {
		path = filepath.Join(folder, path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return
	}
	if tree, err := parser.Parse(path, parser.Decode(data)); err == nil {
		addFunctions(tree, out, depth+1)
	}
}
