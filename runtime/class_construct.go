package runtime

import (
	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// slotsOf returns the property values of an instance of a class.
func slotsOf(this value.Value) []value.Value {
	switch o := value.Unwrap(this).Object().(type) {
	case *classObject:
		return o.slots
	case *value.Exception:
		if held, ok := value.As[*classObject](o.Data[classSlots]); ok {
			return held.slots
		}
	case value.Extensible:
		if ext := o.Extension(); ext != nil {
			if held, ok := ext.Instance.(*classObject); ok {
				return held.slots
			}
		}
	}
	return nil
}

// classSlots is where an exception of a script class keeps its properties.
const classSlots = "\x00class"

// constructors is the method group of `[class]::new`.
func (cl *classType) constructors() *value.Method {
	group := &value.Method{Name: "new"}
	for _, ctor := range cl.ctors {
		o := ctor.overload()
		o.Static, o.Returns = true, cl.typ.Name
		o.Call = func(c *value.Call) (value.Value, error) {
			return cl.construct(c.Env, func(this value.Value) error {
				_, err := ctor.call(c.Env, this, c.Args)
				return err
			})
		}
		group.Overloads = append(group.Overloads, o)
	}
	if len(cl.ctors) == 0 {
		group.Overloads = append(group.Overloads, &value.Overload{Static: true, Returns: cl.typ.Name,
			Call: func(c *value.Call) (value.Value, error) {
				return cl.construct(c.Env, func(this value.Value) error {
					f, ok := c.Env.(*Frame)
					if !ok {
						return nil
					}
					return cl.constructBaseOf(f, this, nil)
				})
			}})
	}
	return group
}

// construct makes an instance, sets the defaults of its properties and runs
// the constructor.
func (cl *classType) construct(env value.Env, ctor func(this value.Value) error) (value.Value, error) {
	this := cl.allocate()
	slots := slotsOf(this)
	for _, p := range cl.properties {
		v, err := cl.initialOf(env, p, this)
		if err != nil {
			return value.Null, err
		}
		slots[p.index] = v
	}
	return this, ctor(this)
}

// allocate makes an instance with empty properties.
func (cl *classType) allocate() value.Value {
	o := &classObject{class: cl, slots: make([]value.Value, len(cl.properties))}
	if !value.TypeException.IsAssignableFrom(cl.typ) {
		return cl.allocateNative(o)
	}
	return value.Obj(&value.Exception{T: cl.typ, Data: map[string]value.Value{classSlots: value.Obj(o)},
		Message: "Exception of type '" + cl.typ.Name + "' was thrown."})
}

// allocateNative makes the list or dictionary that a class derives from, with
// the class's own properties in its extension; other objects are o alone.
func (cl *classType) allocateNative(o *classObject) value.Value {
	native := cl
	for native.base != nil {
		native = native.base
	}
	v, err := dotnet.New(nil, native.typ.Base, nil)
	if err != nil {
		return value.Obj(o)
	}
	switch made := v.Object().(type) {
	case *value.Sequence:
		made.T = cl.typ
		made.Extend().Instance = o
	case *value.Dict:
		made.T = cl.typ
		made.Extend().Instance = o
	default:
		return value.Obj(o)
	}
	return v
}

// constructBase runs the base constructor on $this of a constructor's frame.
func (cl *classType) constructBase(f *Frame, args []value.Value) error {
	this, _ := f.scope.Get("this")
	return cl.constructBaseOf(f, this, args)
}

func (cl *classType) constructBaseOf(f *Frame, this value.Value, args []value.Value) error {
	if cl.base == nil {
		return cl.constructNative(f, this, args)
	}
	if len(cl.base.ctors) == 0 {
		return cl.base.constructBaseOf(f, this, args)
	}
	group := &value.Method{Name: "new"}
	for _, ctor := range cl.base.ctors {
		group.Overloads = append(group.Overloads, ctor.overload())
	}
	_, err := dotnet.CallMethod(f, this, group, args)
	return err
}

// constructNative runs the constructor of a .NET base type; of those only
// exceptions keep something.
func (cl *classType) constructNative(f *Frame, this value.Value, args []value.Value) error {
	x, ok := value.As[*value.Exception](this)
	if !ok || len(args) == 0 {
		return nil
	}
	v, err := dotnet.New(f, cl.typ.Base, args)
	if err != nil {
		return err
	}
	if made, ok := value.As[*value.Exception](v); ok {
		x.Message, x.Inner = made.Message, made.Inner
		for k, v := range made.Data {
			x.Data[k] = v
		}
	}
	return nil
}

// baseCall compiles `: base(...)` inside a class and `([Base]$x).Method(...)`;
// nil for every other call.
func (c *compiler) baseCall(e *parser.InvokeMemberExpression) exprFunc {
	if e.BaseConstructor && c.class != nil {
		args, class := c.exprs(e.Arguments), c.class
		return func(f *Frame) (value.Value, error) {
			list, err := evaluate(f, args)
			if err != nil {
				return value.Null, err
			}
			return value.Void, class.constructBase(f, list)
		}
	}
	conv := castTarget(e.Target)
	if conv == nil || e.Static || e.NullConditional {
		return nil
	}
	name, ok := e.Member.(*parser.StringConstant)
	if !ok {
		return nil
	}
	typ, args, folded := c.typeOf(conv.Type.Type), c.exprs(e.Arguments), value.Fold(name.Value)
	target, generic := c.expr(e.Target), c.typesOf(e.GenericArgs)
	return func(f *Frame) (value.Value, error) {
		t, err := typ(f)
		if err != nil {
			return value.Null, err
		}
		this, err := target(f)
		if err != nil {
			return value.Null, err
		}
		list, err := evaluate(f, args)
		if err != nil {
			return value.Null, err
		}
		if own := value.TypeOf(this); own != t && t.IsAssignableFrom(own) {
			if m := methodOf(t, folded); m != nil && f.session.classes[own] != nil {
				return dotnet.CallMethod(f, this, m, list)
			}
			if t == value.TypeObject && folded == "tostring" && len(list) == 0 {
				return value.Str(own.FullName), nil
			}
		}
		types, err := generic(f)
		if err != nil {
			return value.Null, err
		}
		return dotnet.InvokeMethod(f, this, dotnet.NameOf(name.Value), list, types)
	}
}

func methodOf(t *value.Type, folded string) *value.Method {
	for ; t != nil; t = t.Base {
		if m := t.Members().Lookup(folded); m != nil {
			return m.Method
		}
	}
	return nil
}

// castTarget returns the cast in `([Type]$x)`, or nil.
func castTarget(e parser.Expression) *parser.ConvertExpression {
	p, ok := e.(*parser.ParenExpression)
	if !ok {
		return nil
	}
	inner, ok := soleExpression(p.Pipeline)
	if !ok {
		return nil
	}
	conv, _ := inner.(*parser.ConvertExpression)
	return conv
}
