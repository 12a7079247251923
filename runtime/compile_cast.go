package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

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
			return c.objectLiteral(h)
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

// objectLiteral compiles `[pscustomobject]@{ ... }`. Where all names are written
// out, the objects share a shape that is known before the first.
func (c *compiler) objectLiteral(h *parser.Hashtable) exprFunc {
	names, ok := literalNames(h)
	if !ok {
		return c.customObject(c.hashtable(h, true))
	}
	shape := value.ShapeOf(names...)
	values := make([]exprFunc, len(h.Entries))
	for i, kv := range h.Entries {
		values[i] = c.valueOf(kv.Value)
	}
	return func(f *Frame) (value.Value, error) {
		slots, err := evaluate(f, values)
		if err != nil {
			return value.Null, err
		}
		return value.Obj(&value.PSObject{Bag: value.BagOf(shape, slots)}), nil
	}
}

// literalNames returns the keys of a hashtable literal if they are distinct
// constant names of properties.
func literalNames(h *parser.Hashtable) ([]string, bool) {
	names := make([]string, len(h.Entries))
	seen := map[string]bool{"pstypename": true}
	for i, kv := range h.Entries {
		key, ok := kv.Key.(*parser.StringConstant)
		if !ok || seen[value.Fold(key.Value)] {
			return nil, false
		}
		names[i], seen[value.Fold(key.Value)] = key.Value, true
	}
	return names, true
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
