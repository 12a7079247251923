package completion

import (
	"slices"
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// wholeTree is the tree that the places of inferred expressions belong to: that
// of the text, or the body of a function that stands elsewhere.
func (c *completer) wholeTree() *parser.ScriptBlock {
	if c.foreign != nil {
		return c.foreign
	}
	return c.mainTree()
}

// mainTree is the syntax tree of the text.
func (c *completer) mainTree() *parser.ScriptBlock {
	if c.tree == nil {
		c.tree, _ = parser.Parse("", c.text)
		if c.tree == nil {
			c.tree = &parser.ScriptBlock{}
		}
	}
	return c.tree
}

// pathTo lists the nodes around a place of a tree, the innermost last.
func pathTo(tree *parser.ScriptBlock, at int) []parser.Node {
	var path []parser.Node
	parser.Walk(tree, func(n parser.Node) bool {
		span := n.Extent()
		inside := n == parser.Node(tree) || int(span.Start) <= at && at < int(span.End)
		if inside {
			path = append(path, n)
		}
		return inside
	})
	return path
}

// assignment is the last thing that gives a variable a value before a place.
type assignment struct {
	c    *completer
	name string
	// stop is the place.
	stop int
	// at is where the assignment that was found begins, -1 for none.
	at    int
	value func() *shape
	// constraint is the type that the variable was given, which outweighs what
	// is assigned.
	constraint *parser.TypeName
}

// assignedAt finds out what a variable holds at a place of a tree, by the
// assignments in the text. It looks into the innermost scope first.
func (c *completer) assignedAt(tree *parser.ScriptBlock, at int, name string) (*shape, bool) {
	a := assignment{c: c, name: name, stop: at, at: -1}
	path := pathTo(tree, at)
	for i := len(path) - 1; i >= 0; i-- {
		scope := path[i]
		if _, block := scope.(*parser.ScriptBlock); !isDefinition(scope) && (!block || i > 0 && isDefinition(path[i-1])) {
			continue
		}
		a.search(scope)
		if a.constraint != nil {
			return c.typeNamed(a.constraint.String()), true
		}
		if a.value != nil {
			return a.value(), true
		}
		a.stop = int(scope.Extent().Start)
		if scope == parser.Node(tree) {
			break
		}
	}
	return nil, false
}

func isDefinition(n parser.Node) bool {
	switch n.(type) {
	case *parser.FunctionDefinition, *parser.FunctionMember:
		return true
	}
	return false
}

// search looks through one scope.
func (a *assignment) search(scope parser.Node) {
	parser.Walk(scope, func(n parser.Node) bool {
		if n == scope {
			return true
		}
		if int(n.Extent().Start) >= a.stop {
			return false
		}
		switch n := n.(type) {
		case *parser.FunctionDefinition, *parser.FunctionMember, *parser.TypeDefinition, *parser.Attribute, *parser.ScriptBlockExpression:
			return false
		case *parser.AssignmentStatement:
			a.assigned(n)
		case *parser.ForEachStatement:
			a.looped(n)
		case *parser.Parameter:
			a.declared(n)
		case *parser.DataStatement:
			if a.names(n.Variable) && int(n.End) < a.stop {
				a.set(int(n.Start), func() *shape { return a.c.inferStatements(n.Body) })
			}
		case *parser.Command:
			a.argument(n)
		}
		return true
	})
}

func (a *assignment) names(name string) bool {
	if i := strings.LastIndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	return name != "" && value.Fold(name) == a.name
}

func (a *assignment) set(at int, of func() *shape) {
	if at > a.at {
		a.at, a.value = at, of
	}
}

func (a *assignment) assigned(n *parser.AssignmentStatement) {
	left, constraint := n.Left, (*parser.TypeName)(nil)
	for {
		switch e := left.(type) {
		case *parser.ConvertExpression:
			if constraint == nil {
				constraint = e.Type.Type
			}
			left = e.Operand
			continue
		case *parser.AttributedExpression:
			left = e.Operand
			continue
		}
		break
	}
	v, ok := left.(*parser.VariableExpression)
	switch {
	case !ok || !a.names(v.Name):
	case constraint != nil:
		a.constraint = constraint
	case int(n.End) < a.stop || n.Right != nil && int(n.Right.Extent().Start) > a.stop:
		a.set(int(n.Start), func() *shape { return a.c.inferStatement(n.Right) })
	}
}

func (a *assignment) looped(n *parser.ForEachStatement) {
	if n.Variable != nil && a.names(n.Variable.Name) && n.Condition != nil && int(n.Condition.Extent().End) < a.stop {
		a.set(int(n.Start), func() *shape { return a.c.inferStatement(n.Condition).item() })
	}
}

func (a *assignment) declared(n *parser.Parameter) {
	if n.Name == nil || !a.names(n.Name.Name) {
		return
	}
	for _, attribute := range n.Attributes {
		if t, ok := attribute.(*parser.TypeConstraint); ok {
			a.constraint = t.Type
			return
		}
	}
}

// outVariables are the parameters that put what a command puts out into a
// variable, and recordVariables those that put records of a type there.
var outVariables = strings.Fields("outvariable ov pipelinevariable pv")

var recordVariables = map[string]string{"errorvariable": "ErrorRecord", "ev": "ErrorRecord", "warningvariable": "WarningRecord", "wv": "WarningRecord",
	"informationvariable": "InformationRecord", "iv": "InformationRecord"}

// argument is a command that names the variable.
func (a *assignment) argument(n *parser.Command) {
	if len(n.Elements) == 0 {
		return
	}
	if name, ok := n.Elements[0].(*parser.StringConstant); ok && a.setsVariable(name.Value) {
		_, meta := a.c.lookup(name.Value)
		bound := bindArguments(n, meta)
		if text, _ := constantText(bound["Name"]); a.names(text) && bound["Value"] != nil {
			a.set(int(n.Start), func() *shape { return a.c.infer(bound["Value"]) })
			return
		}
	}
	for i, element := range n.Elements {
		p, ok := element.(*parser.CommandParameter)
		if !ok {
			continue
		}
		argument, _ := argumentAfter(n, i)
		text, _ := constantText(argument)
		if !a.names(text) {
			continue
		}
		parameter := value.Fold(p.Name)
		if slices.Contains(outVariables, parameter) {
			a.set(int(n.Start), func() *shape { return a.c.inferCommand(n, nil).item() })
		} else if record := recordVariables[parameter]; record != "" {
			a.set(int(n.Start), func() *shape { return listOf(a.c.typeNamed(automation + record)) })
		}
	}
}

func (a *assignment) setsVariable(command string) bool {
	return slices.Contains([]string{"set-variable", "new-variable", "sv", "nv"}, value.Fold(command))
}

// underscoreAt is what $_ holds at a place of a tree: the object that the
// command around the block gets from the pipeline, the item of a switch or of a
// method with a block, or the error in a catch or a trap.
func (c *completer) underscoreAt(tree *parser.ScriptBlock, at int) *shape {
	path := pathTo(tree, at)
	inBlock := false
	for i := len(path) - 1; i >= 0; i-- {
		switch n := path[i].(type) {
		case *parser.CatchClause:
			return c.caughtRecord(n.Types...)
		case *parser.TrapStatement:
			if n.Type == nil {
				return c.caughtRecord()
			}
			return c.caughtRecord(n.Type)
		case *parser.SwitchStatement:
			if n.Condition != nil && int(n.Condition.Extent().End) < at {
				return c.inferStatement(n.Condition).item()
			}
		case *parser.ErrorStatement:
			if len(n.Conditions) > 0 && int(n.Conditions[0].Extent().End) < at {
				if s, ok := n.Conditions[0].(parser.Statement); ok {
					return c.inferStatement(s).item()
				}
			}
		case *parser.ScriptBlockExpression:
			inBlock = true
		case *parser.InvokeMemberExpression:
			if inBlock {
				return c.infer(n.Target).item()
			}
		case *parser.Command:
			if line, ok := path[max(i-1, 0)].(*parser.Pipeline); ok && inBlock {
				if before := slices.Index(line.Elements, parser.PipelineElement(n)); before > 0 {
					return c.inferPipeline(line.Elements[:before]).item()
				}
			}
		}
	}
	return nil
}

// caughtRecord is the error of a catch or a trap for some types of exceptions.
func (c *completer) caughtRecord(types ...*parser.TypeConstraint) *shape {
	record := c.typeNamed(automation + "ErrorRecord")
	if record == nil || len(types) == 0 {
		return record
	}
	var exceptions []*shape
	for _, t := range types {
		exceptions = append(exceptions, c.typeNamed(t.Type.String()))
	}
	if exception := union(exceptions...); exception != nil {
		record.fields = append(record.fields, field{name: "Exception", value: exception})
	}
	return record
}
