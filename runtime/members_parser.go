package runtime

import (
	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/sandbox"
	"exolab/runtime/syntax"
	"exolab/runtime/value"
)

// typeParser is System.Management.Automation.Language.Parser.
var typeParser = &value.Type{Name: "Parser", FullName: "System.Management.Automation.Language.Parser", Kind: value.KindObject,
	Base: value.TypeObject, Load: loadParser}

// syntaxTypes are the types of syntax trees, with what they need of the
// engine.
func syntaxTypes() []*value.Type {
	return syntax.Types(syntax.Engine{
		Block:  func(b *parser.ScriptBlock) value.Value { return value.Obj(NewScriptBlock(b)) },
		Number: numberValue,
		Evaluate: func(env value.Env, source *parser.Source, e parser.Expression) (value.Value, error) {
			f, ok := env.(*Frame)
			if !ok {
				return value.Null, nil
			}
			block := NewScriptBlock(&parser.ScriptBlock{Source: source})
			return compileExpr(e)(newFrame(f.session, block, f.scope, discard))
		},
	})
}

func loadParser(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	const out = "out System.Management.Automation.Language.Token[] tokens, out System.Management.Automation.Language.ParseError[] errors)"
	const result = "System.Management.Automation.Language.ScriptBlockAst "
	r.Static(result+"ParseInput(string input, "+out, func(c *value.Call) (value.Value, error) {
		return parseFor(c, "", c.Args[0].Text())
	})
	r.Static(result+"ParseInput(string input, string fileName, "+out, func(c *value.Call) (value.Value, error) {
		return parseFor(c, c.Args[1].Text(), c.Args[0].Text())
	})
	r.Static(result+"ParseFile(string fileName, "+out, func(c *value.Call) (value.Value, error) {
		name := c.Args[0].Text()
		if f, ok := c.Env.(*Frame); ok {
			name = f.session.FilePath(name)
		}
		text, err := sandbox.ReadFile(name)
		if err != nil {
			return value.Null, value.NewException("System.IO.FileNotFoundException", "Could not find file '"+name+"'.")
		}
		return parseFor(c, name, parser.Decode(text))
	})
}

// parseFor parses text and writes its tokens and errors to the call's last
// arguments.
func parseFor(c *value.Call, name, text string) (value.Value, error) {
	block, err := parser.Parse(name, text)
	if f, ok := c.Env.(*Frame); ok && err == nil && block.DefinesTypes {
		err = f.session.faultsOfText(block)
	}
	tree := syntax.NewTree(block.Source)
	tree.Faulty = err != nil
	last := len(c.Args) - 1
	if err := fill(c.Args[last-1], func() *value.Array { return typedArray(c, "Token", syntax.Tokens(block.Source)) }); err != nil {
		return value.Null, err
	}
	if err := fill(c.Args[last], func() *value.Array { return syntax.Faults(err) }); err != nil {
		return value.Null, err
	}
	return value.Obj(tree.Root(block)), nil
}

// fill writes an array to a [ref] that a script gave; nothing is made for any
// other argument.
func fill(to value.Value, list func() *value.Array) error {
	ref, ok := value.As[*dotnet.Reference](to)
	if !ok {
		return nil
	}
	return ref.Set(value.Obj(list()))
}

// typedArray makes an array of a type of the syntax trees.
func typedArray(c *value.Call, name string, items []value.Value) *value.Array {
	a := value.NewArray(items)
	if t, ok := c.Env.LookupType("System.Management.Automation.Language." + name); ok {
		a.Elem = t
	}
	return a
}

// ScriptOf returns the whole text that an Ast or a position in a script belongs
// to, and for a position where it is, in UTF-16 units.
func ScriptOf(v value.Value) (text string, offset int, ok bool) { return syntax.ScriptOf(v) }
