package syntax

import (
	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// method is a method of a class.
type method struct {
	signature string
	run       func(c *value.Call) (value.Value, error)
}

// methodsOf lists the methods that a class has beside those of every Ast.
func methodsOf(class string) []method {
	switch class {
	case "ScriptBlockAst":
		return []method{{"scriptblock GetScriptBlock()", getBlock}}
	case "CommandAst":
		return []method{{"string GetCommandName()", commandName}}
	case "PipelineAst":
		return []method{{ast + "ExpressionAst GetPureExpression()", pureExpression}}
	}
	return nil
}

func commandName(c *value.Call) (value.Value, error) {
	w, _ := value.As[*Node](c.This)
	if name, ok := w.node.(*parser.Command).Elements[0].(*parser.StringConstant); ok {
		return value.Str(name.Value), nil
	}
	return value.Null, nil
}

func pureExpression(c *value.Call) (value.Value, error) {
	w, _ := value.As[*Node](c.This)
	if e, ok := bare(w.node.(*parser.Pipeline)).(*parser.CommandExpression); ok && len(e.Redirections) == 0 {
		return w.tree.wrap(e, w).child(e.Expression), nil
	}
	return value.Null, nil
}

// invoker is a script block that a search asks.
type invoker interface {
	Invoke(env value.Env, args ...value.Value) (value.Value, error)
}

// loadAst gives every Ast its extent, parent and searches.
func loadAst(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get(ast+"IScriptExtent Extent", property(func(w *Node) value.Value { return value.Obj(NewExtent(w.tree.source, w.node.Extent())) }))
	r.Get(ast+"Ast Parent", property(func(w *Node) value.Value {
		if w.parent == nil {
			return value.Null
		}
		return value.Obj(w.parent)
	}))
	const predicate = "System.Func[" + ast + "Ast,bool] predicate, bool searchNestedScriptBlocks)"
	r.Method(ast+"Ast Find("+predicate, func(c *value.Call) (value.Value, error) {
		found, err := find(c, true)
		if len(found) == 0 {
			return value.Null, err
		}
		return found[0], err
	})
	r.Method("System.Collections.Generic.IEnumerable["+ast+"Ast] FindAll("+predicate, func(c *value.Call) (value.Value, error) {
		found, err := find(c, false)
		return value.Obj(dotnet.NewCollection(found)), err
	})
	r.Method(ast+"Ast Copy()", func(c *value.Call) (value.Value, error) { return c.This, nil })
	r.Method("System.Object SafeGetValue()", safeValue)
	r.Method("string ToString()", func(c *value.Call) (value.Value, error) {
		w, _ := value.As[*Node](c.This)
		return value.Str(w.String()), nil
	})
}

// find lists the nodes that a predicate holds for, or only the first.
func find(c *value.Call, first bool) ([]value.Value, error) {
	w, _ := value.As[*Node](c.This)
	asked, ok := c.Args[0].Object().(invoker)
	if !ok {
		return nil, value.NewException("System.ArgumentNullException", "Value cannot be null. (Parameter 'predicate')")
	}
	var found []value.Value
	_, err := w.search(value.Truth(c.Args[1]), func(n *Node) (bool, error) {
		v, err := asked.Invoke(c.Env, value.Obj(n))
		if err != nil {
			return false, err
		}
		if value.Truth(v) {
			found = append(found, value.Obj(n))
			return !first, nil
		}
		return true, nil
	})
	return found, err
}

func getBlock(c *value.Call) (value.Value, error) {
	w, _ := value.As[*Node](c.This)
	if w.tree.Faulty {
		x := value.NewException("System.Management.Automation.PSInvalidOperationException", "The ScriptBlock cannot be generated because the parsed text has errors.")
		x.ErrorID = "PSInvalidOperationException"
		return value.Null, x
	}
	return engine.Block(w.node.(*parser.ScriptBlock)), nil
}

// safeValue computes what needs no command, variable or method.
func safeValue(c *value.Call) (value.Value, error) {
	w, _ := value.As[*Node](c.This)
	e, ok := w.node.(parser.Expression)
	if !ok || !isSafe(e) {
		rec := errs.New("System.InvalidOperationException", "Cannot get a safe value from the syntax tree of '"+w.String()+"'.",
			"InvalidOperationException", value.NotSpecified, value.Null)
		return value.Null, rec.Exception
	}
	return engine.Evaluate(c.Env, w.tree.source, e)
}

// isSafe reports whether an expression is made of constants.
func isSafe(e parser.Expression) bool {
	switch e := e.(type) {
	case *parser.StringConstant, *parser.NumberConstant, *parser.TypeExpression:
		return true
	case *parser.VariableExpression:
		switch value.Fold(e.Name) {
		case "true", "false", "null":
			return true
		}
	case *parser.ConvertExpression:
		return isSafe(e.Operand)
	case *parser.UnaryExpression:
		return e.Operator != "++" && e.Operator != "--" && isSafe(e.Operand)
	case *parser.BinaryExpression:
		return isSafe(e.Left) && isSafe(e.Right)
	case *parser.ArrayLiteral:
		for _, item := range e.Elements {
			if !isSafe(item) {
				return false
			}
		}
		return true
	case *parser.ArrayExpression:
		return safeStatements(e.Body.Statements)
	case *parser.ParenExpression:
		return safeStatements([]parser.Statement{e.Pipeline})
	case *parser.Hashtable:
		for _, entry := range e.Entries {
			if !isSafe(entry.Key) || !safeStatements([]parser.Statement{entry.Value}) {
				return false
			}
		}
		return true
	}
	return false
}

func safeStatements(list []parser.Statement) bool {
	for _, s := range list {
		e, ok := bare(s).(*parser.CommandExpression)
		if !ok || len(e.Redirections) > 0 || !isSafe(e.Expression) {
			return false
		}
	}
	return true
}
