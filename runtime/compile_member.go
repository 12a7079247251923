package runtime

import (
	"strconv"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// memberName compiles the name after a dot.
func (c *compiler) memberName(e parser.Expression) func(f *Frame) (*dotnet.Name, error) {
	if s, ok := e.(*parser.StringConstant); ok {
		name := dotnet.SiteName(s.Value)
		return func(*Frame) (*dotnet.Name, error) { return name, nil }
	}
	of := c.expr(e)
	return func(f *Frame) (*dotnet.Name, error) {
		v, err := of(f)
		if err != nil {
			return nil, err
		}
		text, err := f.text(v)
		return dotnet.NameOf(text), err
	}
}

// member compiles `target.name` and `target::name`.
func (c *compiler) member(e *parser.MemberExpression) exprFunc {
	if e.Static {
		return c.staticMember(e)
	}
	of := c.lenientIf(e.Target, e.NullConditional)
	name, ok := e.Member.(*parser.StringConstant)
	if !ok {
		return c.computedMember(e, c.expr(e.Member), of)
	}
	if n, err := strconv.Atoi(name.Value); err == nil && name.Quote == parser.BareWord {
		// $h.1 reads the entry of the number 1.
		return c.computedMember(e, constant(value.Int(n)), of)
	}
	get := propertyReader(name.Value)
	return func(f *Frame) (value.Value, error) {
		v, err := of(f)
		if err != nil {
			return value.Null, err
		}
		if e.NullConditional && v.IsNull() {
			return value.Null, nil
		}
		return get(f, v)
	}
}

func (c *compiler) lenientIf(e parser.Expression, lenient bool) exprFunc {
	if lenient {
		return c.lenient(e)
	}
	return c.expr(e)
}

// propertyReader returns a function that reads one property. Custom objects of
// the shape seen last are read without a search.
func propertyReader(text string) func(f *Frame, v value.Value) (value.Value, error) {
	name := dotnet.SiteName(text)
	var shape *value.Shape
	var at int
	return func(f *Frame, v value.Value) (value.Value, error) {
		o, ok := v.Object().(*value.PSObject)
		if !ok {
			return f.property(v, name)
		}
		if o.Shape() != shape {
			shape, at = o.Shape(), o.IndexOf(name.Folded)
		}
		if at >= 0 {
			if slot := o.At(at); slot.Kind() != value.KindMember {
				return slot, nil
			}
		}
		return f.property(v, name)
	}
}

func (c *compiler) computedMember(e *parser.MemberExpression, member, of exprFunc) exprFunc {
	return func(f *Frame) (value.Value, error) {
		v, err := of(f)
		if err != nil || e.NullConditional && v.IsNull() {
			return value.Null, err
		}
		m, err := member(f)
		if err != nil {
			return value.Null, err
		}
		if d, ok := value.As[*value.Dict](v); ok && m.Kind() != value.KindString && !m.IsNull() {
			if entry, ok := d.Get(m); ok {
				return entry, nil
			}
		}
		name, err := f.text(m)
		if err != nil {
			return value.Null, err
		}
		return f.property(v, dotnet.NameOf(name))
	}
}

func (c *compiler) staticMember(e *parser.MemberExpression) exprFunc {
	of, name := c.expr(e.Target), c.memberName(e.Member)
	return func(f *Frame) (value.Value, error) {
		v, err := of(f)
		if err != nil {
			return value.Null, err
		}
		t, err := f.staticTarget(v)
		if err != nil {
			return value.Null, err
		}
		n, err := name(f)
		if err != nil {
			return value.Null, err
		}
		return f.staticProperty(t, n)
	}
}

// staticTarget returns the type that stands before `::`.
func (f *Frame) staticTarget(v value.Value) (*value.Type, error) {
	if t, ok := value.As[*value.Type](v); ok {
		return t, nil
	}
	if t := value.TypeOf(v); t != nil {
		return t, nil
	}
	return nil, invalidOperation("InvokeMethodOnNull", "You cannot call a method on a null-valued expression.")
}

// property reads a property by the rules for missing ones.
func (f *Frame) property(v value.Value, name *dotnet.Name) (value.Value, error) {
	if f.session.strictUsed && f.scope.StrictMode() >= 2 {
		return f.strictProperty(v, name)
	}
	got, _, err := dotnet.Property(f, v, name)
	return got, err
}

// strictProperty reads a property that must exist: on the object, or on every
// element of a collection.
func (f *Frame) strictProperty(v value.Value, name *dotnet.Name) (value.Value, error) {
	if !v.IsNull() && dotnet.GetMember(f, v, name) == nil && !isDictionary(v) {
		if !isEnumerable(v) {
			return value.Null, dotnet.PropertyNotFoundStrict(name.Text)
		}
		err := eachItem(v, func(item value.Value) error {
			_, err := f.strictProperty(item, name)
			return err
		})
		if err != nil {
			return value.Null, err
		}
	}
	got, found, err := dotnet.Property(f, v, name)
	if err == nil && (!found || v.IsNull()) {
		err = dotnet.PropertyNotFoundStrict(name.Text)
	}
	return got, err
}

func isDictionary(v value.Value) bool {
	_, ok := value.As[*value.Dict](v)
	return ok
}

func (f *Frame) staticProperty(t *value.Type, name *dotnet.Name) (value.Value, error) {
	got, found, err := dotnet.StaticProperty(f, t, name)
	if err != nil || found {
		return got, err
	}
	if f.session.strictUsed && f.scope.StrictMode() >= 2 {
		return value.Null, dotnet.PropertyNotFoundStrict(name.Text)
	}
	return value.Null, nil
}

func (f *Frame) setProperty(o value.Value, name *dotnet.Name, v value.Value) error {
	if v.IsVoid() {
		v = value.Null
	}
	return dotnet.SetProperty(f, o, name, v)
}

// invokeMember compiles `target.name(args)` and `target::name(args)`.
func (c *compiler) invokeMember(e *parser.InvokeMemberExpression) exprFunc {
	if run := c.baseCall(e); run != nil {
		return run
	}
	of, name := c.lenientIf(e.Target, e.NullConditional), c.memberName(e.Member)
	args, run := c.exprs(e.Arguments), c.invocation(e)
	return func(f *Frame) (value.Value, error) {
		target, err := of(f)
		if err != nil || e.NullConditional && target.IsNull() {
			return value.Null, err
		}
		n, err := name(f)
		if err != nil {
			return value.Null, err
		}
		call := f.session.calls.take(len(args))
		call.Env = f
		result := value.Null
		if err = evaluateInto(f, args, call.Args); err == nil {
			result, err = run(f, target, n, call)
		}
		f.session.calls.release(call)
		return result, err
	}
}

// invocation compiles the call of a method whose arguments stand in call.
func (c *compiler) invocation(e *parser.InvokeMemberExpression) func(f *Frame, target value.Value, name *dotnet.Name, call *pooledCall) (value.Value, error) {
	if !e.Static && len(e.GenericArgs) == 0 {
		return func(_ *Frame, target value.Value, name *dotnet.Name, call *pooledCall) (value.Value, error) {
			return dotnet.Invoke(&call.Call, target, name, nil)
		}
	}
	types := c.typesOf(e.GenericArgs)
	return func(f *Frame, target value.Value, name *dotnet.Name, call *pooledCall) (value.Value, error) {
		typeArgs, err := types(f)
		if err != nil {
			return value.Null, err
		}
		if !e.Static {
			return dotnet.Invoke(&call.Call, target, name, typeArgs)
		}
		t, err := f.staticTarget(target)
		if err != nil {
			return value.Null, err
		}
		call.TypeArgs = typeArgs
		return dotnet.InvokeStaticCall(&call.Call, t, name)
	}
}

func (c *compiler) typesOf(names []*parser.TypeName) func(f *Frame) ([]*value.Type, error) {
	if len(names) == 0 {
		return func(*Frame) ([]*value.Type, error) { return nil, nil }
	}
	return func(f *Frame) ([]*value.Type, error) {
		out := make([]*value.Type, len(names))
		for i, n := range names {
			t, err := f.resolveType(n)
			if err != nil {
				return nil, err
			}
			out[i] = t
		}
		return out, nil
	}
}
