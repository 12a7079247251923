package runtime

import (
	"math/big"

	"github.com/cockroachdb/apd/v3"

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
		return c.subExpression(e)
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
	for i, of := range list {
		v, err := of(f)
		if err != nil {
			return nil, err
		}
		if v.IsVoid() {
			v = value.Null
		}
		out[i] = v
	}
	return out, nil
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

// numberValue is the value of a number literal.
func numberValue(e *parser.NumberConstant) value.Value {
	switch e.Kind {
	case parser.NumberInt32:
		return value.Int(int(e.Int))
	case parser.NumberInt64:
		return value.Long(e.Int)
	case parser.NumberDouble:
		return value.Double(e.Float)
	case parser.NumberDecimal, parser.NumberBigInteger:
		return bigNumber(e)
	}
	return smallInteger(e)
}

// bigNumber is the value of a decimal or big integer literal.
func bigNumber(e *parser.NumberConstant) value.Value {
	if e.Kind == parser.NumberBigInteger {
		if n, ok := new(big.Int).SetString(e.Text, 10); ok {
			return value.BigOf(n)
		}
		return value.Null
	}
	d, _, err := apd.NewFromString(e.Text)
	if err != nil {
		return value.Null
	}
	return value.Dec(d)
}

func smallInteger(e *parser.NumberConstant) value.Value {
	kinds := map[parser.NumberKind]value.Kind{parser.NumberSByte: value.KindSByte, parser.NumberByte: value.KindByte,
		parser.NumberInt16: value.KindInt16, parser.NumberUInt16: value.KindUInt16,
		parser.NumberUInt32: value.KindUInt32, parser.NumberUInt64: value.KindUInt64}
	return value.Integer(kinds[e.Kind], e.Int)
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
		list, err := evaluate(f, items)
		if err != nil {
			return value.Null, err
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

// subExpression compiles `$( ... )`.
func (c *compiler) subExpression(e *parser.SubExpression) exprFunc {
	list := c.block(e.Body)
	return func(f *Frame) (value.Value, error) {
		out, err := f.collect(list.run)
		if err != nil {
			return value.Null, err
		}
		if len(out.Items) == 0 {
			return value.Void, nil
		}
		return out.Value(), nil
	}
}

// hashtable compiles `@{ ... }`.
func (c *compiler) hashtable(e *parser.Hashtable, ordered bool) exprFunc {
	type entry struct{ key, of exprFunc }
	entries := make([]entry, len(e.Entries))
	for i, kv := range e.Entries {
		entries[i] = entry{c.expr(kv.Key), c.valueOf(kv.Value)}
	}
	return func(f *Frame) (value.Value, error) {
		d := value.NewHashtable()
		if ordered {
			d = value.NewOrdered()
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
		b := &ScriptBlock{AST: e.Block, code: shared, usings: f.block.usings}
		if f.block.home != nil {
			b.home = f.block.home
		}
		return value.Obj(b), nil
	}
}

// typeExpression compiles `[type]` as a value.
func (c *compiler) typeExpression(e *parser.TypeExpression) exprFunc {
	of := c.typeOf(e.Type)
	return func(f *Frame) (value.Value, error) {
		t, err := of(f)
		if err != nil {
			return value.Null, err
		}
		return value.Obj(t), nil
	}
}

// typeOf compiles a type name; the type is looked up once.
func (c *compiler) typeOf(name *parser.TypeName) func(f *Frame) (*value.Type, error) {
	var known *value.Type
	return func(f *Frame) (*value.Type, error) {
		if known != nil {
			return known, nil
		}
		t, err := f.resolveType(name)
		if err == nil {
			known = t
		}
		return t, err
	}
}

// convert compiles a cast.
func (c *compiler) convert(e *parser.ConvertExpression) exprFunc {
	name := value.Fold(e.Type.Type.String())
	if h, ok := e.Operand.(*parser.Hashtable); ok {
		switch name {
		case "ordered":
			return c.hashtable(h, true)
		case "pscustomobject", "system.management.automation.pscustomobject", "psobject":
			return c.customObject(c.hashtable(h, true))
		}
	}
	of := c.expr(e.Operand)
	switch name {
	case "void":
		return func(f *Frame) (value.Value, error) {
			_, err := of(f)
			return value.Void, err
		}
	case "ordered":
		return c.castOrdered(of)
	case "pscustomobject":
		return c.customObject(of)
	case "ref":
		return c.reference(e.Operand)
	}
	typ := c.typeOf(e.Type.Type)
	return func(f *Frame) (value.Value, error) {
		v, err := of(f)
		if err != nil {
			return value.Null, err
		}
		t, err := typ(f)
		if err != nil {
			return value.Null, err
		}
		return f.convert(v, t)
	}
}

func (c *compiler) castOrdered(of exprFunc) exprFunc {
	return func(f *Frame) (value.Value, error) {
		v, err := of(f)
		if err != nil {
			return value.Null, err
		}
		d, ok := value.As[*value.Dict](v)
		if !ok {
			return f.convert(v, value.TypeOrdered)
		}
		if d.T == value.TypeOrdered {
			return v, nil
		}
		out := value.NewOrdered()
		d.Each(func(key, v value.Value) bool {
			out.Set(key, v)
			return true
		})
		return value.Obj(out), nil
	}
}

// customObject compiles [pscustomobject] before an expression: a dictionary
// becomes an object with its entries as properties.
func (c *compiler) customObject(of exprFunc) exprFunc {
	return func(f *Frame) (value.Value, error) {
		v, err := of(f)
		if err != nil {
			return value.Null, err
		}
		d, ok := value.As[*value.Dict](v)
		if !ok {
			return v, nil
		}
		o := value.NewObject(d.Len())
		var failed error
		d.Each(func(key, v value.Value) bool {
			var name string
			if name, failed = f.text(key); failed != nil {
				return false
			}
			if value.Fold(name) == "pstypename" {
				o.TypeNames, failed = f.customTypeNames(v)
				return failed == nil
			}
			o.Set(name, v)
			return true
		})
		return value.Obj(o), failed
	}
}

func (f *Frame) customTypeNames(v value.Value) ([]string, error) {
	name, err := f.text(v)
	return []string{name, "System.Management.Automation.PSCustomObject", "System.Object"}, err
}
