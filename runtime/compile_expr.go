package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// expr compiles an expression.
func (c *compiler) expr(e parser.Expression) exprFunc {
	switch e := e.(type) {
	case *parser.StringConstant:
		return constant(value.Str(e.Value))
	case *parser.NumberConstant:
		return constant(numberValue(e))
	case *parser.ExpandableString:
		return c.expandable(e)
	case *parser.VariableExpression:
		return c.variable(e)
	case *parser.BinaryExpression:
		return c.binary(e)
	case *parser.UnaryExpression:
		return c.unary(e)
	case *parser.TernaryExpression:
		return c.ternary(e)
	case *parser.ConvertExpression:
		return c.convert(e)
	case *parser.AttributedExpression:
		return c.expr(e.Operand)
	case *parser.TypeExpression:
		return c.typeExpression(e)
	case *parser.UsingExpression:
		return c.expr(e.Operand)
	}
	return c.compound(e)
}

// compound compiles the expressions that hold others between brackets.
func (c *compiler) compound(e parser.Expression) exprFunc {
	switch e := e.(type) {
	case *parser.MemberExpression:
		return c.member(e)
	case *parser.InvokeMemberExpression:
		return c.invokeMember(e)
	case *parser.IndexExpression:
		return c.index(e)
	case *parser.ArrayLiteral:
		return c.arrayLiteral(e)
	case *parser.ArrayExpression:
		return c.arrayExpression(e)
	case *parser.SubExpression:
		return c.subExpression(e, false)
	case *parser.ParenExpression:
		return c.valueOf(e.Pipeline)
	case *parser.Hashtable:
		return c.hashtable(e, false)
	case *parser.ScriptBlockExpression:
		return c.scriptBlock(e)
	}
	return constant(value.Null)
}

// compileExpr compiles an expression that stands outside the statements of a
// block: a parameter's default, an attribute's argument, an enum's value. It
// may be run in any frame of the same source.
func compileExpr(e parser.Expression) exprFunc {
	if v, ok := constantOf(e); ok {
		return constant(v)
	}
	shared := &code{done: true, index: map[string]int{}}
	var of exprFunc
	return func(f *Frame) (value.Value, error) {
		if of == nil {
			c := &compiler{code: shared, source: f.source, class: f.code.class}
			c.slot("_")
			of = c.expr(e)
		}
		inner := &Frame{session: f.session, scope: f.scope, block: f.block, out: discard, source: f.source}
		inner.code, inner.vars = shared, make([]*Variable, len(shared.names))
		inner.ctx, inner.call, inner.pos = f.ctx, f.call, e.Extent()
		return of(inner)
	}
}

func constant(v value.Value) exprFunc {
	return func(*Frame) (value.Value, error) { return v, nil }
}

func (c *compiler) exprs(list []parser.Expression) []exprFunc {
	out := make([]exprFunc, len(list))
	for i, e := range list {
		out[i] = c.expr(e)
	}
	return out
}

// evaluate runs a list of expressions.
func evaluate(f *Frame, list []exprFunc) ([]value.Value, error) {
	out := make([]value.Value, len(list))
	return out, evaluateInto(f, list, out)
}

// evaluateInto puts the values of expressions into out, which has their number.
func evaluateInto(f *Frame, list []exprFunc, out []value.Value) error {
	for i, of := range list {
		v, err := of(f)
		if err != nil {
			return err
		}
		if v.IsVoid() {
			v = value.Null
		}
		out[i] = v
	}
	return nil
}

// constantOf returns the value of an expression that needs no evaluation.
func constantOf(e parser.Expression) (value.Value, bool) {
	switch e := e.(type) {
	case *parser.StringConstant:
		return value.Str(e.Value), true
	case *parser.NumberConstant:
		return numberValue(e), true
	case *parser.VariableExpression:
		return constantVariable(e)
	case *parser.ParenExpression:
		if inner, ok := soleExpression(e.Pipeline); ok {
			return constantOf(inner)
		}
	}
	return value.Null, false
}

func constantVariable(e *parser.VariableExpression) (value.Value, bool) {
	switch value.Fold(e.Name) {
	case "true":
		return value.True, true
	case "false":
		return value.False, true
	case "null":
		return value.Null, true
	}
	return value.Null, false
}

// ternary compiles `condition ? a : b`.
func (c *compiler) ternary(e *parser.TernaryExpression) exprFunc {
	test, yes, no := c.boolean(e.Condition), c.expr(e.IfTrue), c.expr(e.IfFalse)
	return func(f *Frame) (value.Value, error) {
		ok, err := test(f)
		if err != nil {
			return value.Null, err
		}
		if ok {
			return yes(f)
		}
		return no(f)
	}
}

// arrayLiteral compiles `a, b, c`.
func (c *compiler) arrayLiteral(e *parser.ArrayLiteral) exprFunc {
	items := c.exprs(e.Elements)
	return func(f *Frame) (value.Value, error) {
		// AutomationNull stays an element, which no pipeline passes on.
		list := make([]value.Value, len(items))
		for i, of := range items {
			v, err := of(f)
			if err != nil {
				return value.Null, err
			}
			list[i] = v
		}
		return value.Obj(value.NewArray(list)), nil
	}
}

// arrayExpression compiles `@( ... )`.
func (c *compiler) arrayExpression(e *parser.ArrayExpression) exprFunc {
	if len(e.Body.Statements) == 1 && len(e.Body.Traps) == 0 {
		if inner, ok := soleExpression(e.Body.Statements[0]); ok {
			if lit, ok := inner.(*parser.ArrayLiteral); ok {
				return c.arrayLiteral(lit)
			}
		}
	}
	list := c.block(e.Body)
	return func(f *Frame) (value.Value, error) {
		out, err := f.collect(list.run)
		if err != nil {
			return value.Null, err
		}
		return value.Obj(value.NewArray(out.Items)), nil
	}
}

// subExpression compiles `$( ... )`. Without statements it is $null itself, which
// a pipeline passes on. For keep see Frame.capture.
func (c *compiler) subExpression(e *parser.SubExpression, keep bool) exprFunc {
	if len(e.Body.Statements) == 0 {
		return constant(value.Null)
	}
	list := c.block(e.Body)
	return func(f *Frame) (value.Value, error) { return f.capture(list.run, keep) }
}

// hashtable compiles `@{ ... }`.
func (c *compiler) hashtable(e *parser.Hashtable, ordered bool) exprFunc {
	type entry struct{ key, of exprFunc }
	entries := make([]entry, len(e.Entries))
	for i, kv := range e.Entries {
		entries[i] = entry{c.expr(kv.Key), c.valueOf(kv.Value)}
	}
	return func(f *Frame) (value.Value, error) {
		d := value.NewHashtableFor(len(entries))
		if ordered {
			d = value.NewOrdered()
			d.Reserve(len(entries))
		}
		for i := range entries {
			key, err := entries[i].key(f)
			if err != nil {
				return value.Null, err
			}
			if key.IsNull() {
				return value.Null, invalidOperation("InvalidNullKey", "A null key is not allowed in a hash literal.")
			}
			v, err := entries[i].of(f)
			if err != nil {
				return value.Null, err
			}
			if v.IsVoid() {
				v = value.Null
			}
			if _, twice := d.Get(key); twice {
				text, _ := f.text(key)
				return value.Null, fault("DuplicateKeyInHashLiteral", value.InvalidArgument, value.Null,
					"Item has already been added. Key in dictionary: '%s'  Key being added: '%s'", text, text)
			}
			d.Set(key, v)
		}
		return value.Obj(d), nil
	}
}

// scriptBlock compiles `{ ... }` as a value.
func (c *compiler) scriptBlock(e *parser.ScriptBlockExpression) exprFunc {
	shared := &code{ast: e.Block}
	return func(f *Frame) (value.Value, error) {
		b := &ScriptBlock{AST: e.Block, code: shared, state: f.scope.state, usings: f.block.usings}
		return value.Obj(b), nil
	}
}
