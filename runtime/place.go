package runtime

import (
	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// place is an assignable target whose parts have been evaluated: a variable,
// a member, or an element.
type place struct {
	get func(f *Frame) (value.Value, error)
	set assigner
}

// target compiles an expression that is read and then assigned to; its parts
// are evaluated once.
func (c *compiler) target(e parser.Expression) func(f *Frame) (place, error) {
	switch e := e.(type) {
	case *parser.VariableExpression:
		p := place{get: c.ownVariable(e), set: c.assignVariable(e)}
		return func(*Frame) (place, error) { return p, nil }
	case *parser.MemberExpression:
		return c.memberTarget(e)
	case *parser.IndexExpression:
		return c.indexTarget(e)
	case *parser.InvokeMemberExpression:
		return c.itemTarget(e)
	case *parser.ParenExpression:
		if inner, ok := soleExpression(e.Pipeline); ok {
			return c.target(inner)
		}
	case *parser.ConvertExpression, *parser.AttributedExpression:
		p := place{get: c.expr(undecorated(e)), set: c.assignTo(e)}
		return func(*Frame) (place, error) { return p, nil }
	}
	return func(*Frame) (place, error) {
		return place{}, invalidOperation("InvalidLeftHandSide", "The assignment expression is not valid.")
	}
}

// ownVariable compiles reading a variable that is then assigned to.
func (c *compiler) ownVariable(e *parser.VariableExpression) exprFunc {
	scope, name := qualified(e.Name)
	if scope != "" || isSpecialName(value.Fold(name)) {
		return c.expr(e)
	}
	slot := c.slot(name)
	return func(f *Frame) (value.Value, error) { return f.readOwn(slot, e.Span) }
}

func (c *compiler) memberTarget(e *parser.MemberExpression) func(f *Frame) (place, error) {
	object, name := c.expr(e.Target), c.memberName(e.Member)
	return func(f *Frame) (place, error) {
		o, err := object(f)
		if err != nil {
			return place{}, err
		}
		n, err := name(f)
		if err != nil {
			return place{}, err
		}
		if e.Static {
			t, err := f.asType(o)
			return place{
				get: func(f *Frame) (value.Value, error) { return f.staticProperty(t, n) },
				set: func(f *Frame, v value.Value) error { return dotnet.SetStatic(f, t, n, v) },
			}, err
		}
		return place{
			get: func(f *Frame) (value.Value, error) { return f.property(o, n) },
			set: func(f *Frame, v value.Value) error { return f.setProperty(o, n, v) },
		}, nil
	}
}

func (c *compiler) indexTarget(e *parser.IndexExpression) func(f *Frame) (place, error) {
	object, index := c.expr(e.Target), c.expr(e.Index)
	return func(f *Frame) (place, error) {
		o, err := object(f)
		if err != nil {
			return place{}, err
		}
		i, err := index(f)
		return elementPlace(o, i), err
	}
}

// elementPlace is the element of o that index i names.
func elementPlace(o, i value.Value) place {
	return place{
		get: func(f *Frame) (value.Value, error) { return f.indexed(o, i) },
		set: func(f *Frame, v value.Value) error { return f.setIndexed(o, i, v) },
	}
}

// itemTarget is a property with parameters. The only one that .NET's
// collections have is Item, which is what an index reads and writes.
func (c *compiler) itemTarget(e *parser.InvokeMemberExpression) func(f *Frame) (place, error) {
	var index parser.Expression = &parser.ArrayLiteral{Elements: e.Arguments}
	if len(e.Arguments) == 1 {
		index = e.Arguments[0]
	}
	object, key, name := c.expr(e.Target), c.expr(index), c.memberName(e.Member)
	return func(f *Frame) (place, error) {
		o, err := object(f)
		if err != nil {
			return place{}, err
		}
		n, err := name(f)
		if err != nil {
			return place{}, err
		}
		if o.IsNull() || n.Folded != "item" || len(e.Arguments) == 0 {
			return place{}, dotnet.ErrNoMethod(o, n.Text)
		}
		i, err := key(f)
		return elementPlace(o, i), err
	}
}

// assignTo compiles storing into a target expression.
func (c *compiler) assignTo(e parser.Expression) assigner {
	switch e := e.(type) {
	case *parser.VariableExpression:
		return c.assignVariable(e)
	case *parser.ConvertExpression, *parser.AttributedExpression:
		return c.assignTyped(e)
	case *parser.ArrayLiteral:
		return c.assignMany(e.Elements)
	case *parser.IndexExpression:
		return c.assignIndex(e)
	case *parser.ParenExpression:
		if inner, ok := soleExpression(e.Pipeline); ok {
			return c.assignTo(inner)
		}
	}
	t := c.target(e)
	return func(f *Frame, v value.Value) error {
		p, err := t(f)
		if err != nil {
			return err
		}
		return p.set(f, v)
	}
}

func (c *compiler) assignIndex(e *parser.IndexExpression) assigner {
	object, index := c.expr(e.Target), c.expr(e.Index)
	return func(f *Frame, v value.Value) error {
		o, err := object(f)
		if err != nil {
			return err
		}
		i, err := index(f)
		if err != nil {
			return err
		}
		return f.setIndexed(o, i, v)
	}
}

// assignMany compiles `$a, $b = ...`: the last target takes what is left.
func (c *compiler) assignMany(elements []parser.Expression) assigner {
	targets := make([]assigner, len(elements))
	for i, e := range elements {
		targets[i] = c.assignTo(e)
	}
	return func(f *Frame, v value.Value) error {
		items := []value.Value{v}
		if isEnumerable(v) {
			var err error
			if items, err = listOf(v); err != nil {
				return err
			}
		}
		for i, set := range targets {
			if err := set(f, partFor(items, i, i == len(targets)-1)); err != nil {
				return err
			}
		}
		return nil
	}
}

// partFor returns what target i of a multiple assignment gets.
func partFor(items []value.Value, i int, last bool) value.Value {
	switch {
	case i >= len(items):
		return value.Null
	case last && len(items) > i+1:
		return value.List(items[i:]...)
	}
	return items[i]
}

func isEnumerable(v value.Value) bool {
	if v.Kind() != value.KindObject {
		return false
	}
	_, ok := v.Object().(value.Enumerable)
	return ok
}

// undecorated strips casts and attributes from an assignment target.
func undecorated(e parser.Expression) parser.Expression {
	for {
		switch at := e.(type) {
		case *parser.ConvertExpression:
			e = at.Operand
		case *parser.AttributedExpression:
			e = at.Operand
		default:
			return e
		}
	}
}

// assignTyped compiles `[type]$x = ...` with its attributes: the variable
// keeps them.
func (c *compiler) assignTyped(e parser.Expression) assigner {
	var typ func(f *Frame) (*value.Type, error)
	var attributes []*parser.Attribute
	for at := e; ; {
		if conv, ok := at.(*parser.ConvertExpression); ok {
			if typ == nil {
				typ = c.typeOf(conv.Type.Type)
			}
			at = conv.Operand
		} else if attr, ok := at.(*parser.AttributedExpression); ok {
			attributes = append(attributes, attr.Attribute)
			at = attr.Operand
		} else {
			break
		}
	}
	v, ok := undecorated(e).(*parser.VariableExpression)
	if !ok {
		return c.assignConverted(typ, undecorated(e))
	}
	return c.assignConstrained(v, typ, attributes)
}

func (c *compiler) assignConverted(typ func(f *Frame) (*value.Type, error), e parser.Expression) assigner {
	set := c.assignTo(e)
	return func(f *Frame, v value.Value) error {
		if typ != nil {
			t, err := typ(f)
			if err != nil {
				return err
			}
			if v, err = f.convert(v, t); err != nil {
				return err
			}
		}
		return set(f, v)
	}
}

func (c *compiler) assignConstrained(e *parser.VariableExpression, typ func(f *Frame) (*value.Type, error), attributes []*parser.Attribute) assigner {
	qualifier, name := qualified(e.Name)
	folded := value.Fold(name)
	slot := c.slot(name)
	return func(f *Frame, v value.Value) error {
		var t *value.Type
		var err error
		if typ != nil {
			if t, err = typ(f); err != nil {
				return err
			}
			if f.isFunction() && len(attributes) == 0 {
				v, err = f.convert(v, t)
			} else if v, err = convertForVariable(f, v, t); err != nil {
				err = transformationError(name, err)
			}
			if err != nil {
				return err
			}
		}
		checks, err := f.attributes(attributes)
		if err != nil {
			return err
		}
		if folded == "null" && qualifier == "" {
			return nil
		}
		cell := f.scope.named(qualifier).target(name, folded)
		if cell.Options()&(OptionReadOnly|OptionConstant) != 0 {
			return notWritable(name)
		}
		trial := &Variable{Name: name, mode: varPlain}
		trial.constrain(f, t, checks)
		if v, err = trial.admit(v); err != nil {
			return err
		}
		cell.Value, cell.mode = v, varPlain
		cell.constrain(f, t, checks)
		if qualifier == "" {
			f.vars[slot] = nil
		}
		return nil
	}
}
