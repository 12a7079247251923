package runtime

import (
	"strconv"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// convert converts by PowerShell's rules for casts.
func (f *Frame) convert(v value.Value, t *value.Type) (value.Value, error) {
	if v.Kind() == value.KindString && value.TypeException.IsAssignableFrom(t) {
		// A text becomes an exception's message.
		return dotnet.New(f, t, []value.Value{v})
	}
	return value.Convert(f, v, t)
}

// convertForVariable converts a value to the declared type of a variable.
func convertForVariable(env value.Env, v value.Value, t *value.Type) (value.Value, error) {
	if boolLike(t) {
		if err := checkBool(value.Unwrap(v), t); err != nil {
			return v, err
		}
		if t == value.TypeSwitch {
			return toSwitch(v)
		}
	}
	return value.Convert(env, v, t)
}

// text is the value as string expansion and casts see it.
func (f *Frame) text(v value.Value) (string, error) {
	if v.Kind() == value.KindString {
		return v.Text(), nil
	}
	return value.ToString(f, v), nil
}

// appendText appends what a value expands to in a double-quoted string.
func (f *Frame) appendText(to []byte, v value.Value) ([]byte, error) {
	switch v.Kind() {
	case value.KindString:
		return append(to, v.Text()...), nil
	case value.KindInt32, value.KindInt64:
		return strconv.AppendInt(to, v.Int64(), 10), nil
	}
	return append(to, value.ToString(f, v)...), nil
}

// asType returns the type that stands on the right of -is, -as or in a
// computed cast.
func (f *Frame) asType(v value.Value) (*value.Type, error) {
	if t, ok := value.As[*value.Type](v); ok {
		return t, nil
	}
	name, err := f.text(v)
	if err != nil {
		return nil, err
	}
	if t, ok := f.session.lookupType(f, name); ok {
		return t, nil
	}
	return nil, typeNotFound(name)
}

func typeName(v value.Value) string {
	if t := value.TypeOf(v); t != nil {
		return dotnet.DisplayName(t)
	}
	return "null"
}

// zeroOf is what a parameter or property without default starts with.
func zeroOf(p *Param) value.Value {
	if p.Switch {
		return value.Switch(false)
	}
	if !p.HasType {
		return value.Null
	}
	return zeroOfType(p.Type)
}

// zeroOfType is what a variable of that type starts with: numbers, Booleans
// and texts have a value, other structs are $null.
func zeroOfType(t *value.Type) value.Value {
	if t == value.TypeString {
		return value.Str("")
	}
	if t.Enum != nil || t.Kind < value.KindBool || t.Kind > value.KindDecimal {
		return value.Null
	}
	return dotnet.ZeroOf(t)
}

// reference compiles [ref] before a variable or any other expression.
func (c *compiler) reference(e parser.Expression) exprFunc {
	if v, constant := constantOf(e); constant {
		return func(*Frame) (value.Value, error) { return value.Obj(dotnet.NewCell(v)), nil }
	}
	if v, ok := e.(*parser.VariableExpression); ok {
		scope, name := qualified(v.Name)
		folded := value.Fold(name)
		return func(f *Frame) (value.Value, error) {
			at := f.scope.named(scope)
			cell := at.Lookup(folded)
			if cell == nil {
				cell = at.ensure(name, folded)
				cell.mode = varPlain
			}
			return value.Obj(dotnet.NewReference(cell.Read, cell.assign)), nil
		}
	}
	t := c.target(e)
	of := c.expr(e)
	_, isMember := e.(*parser.MemberExpression)
	_, isIndex := e.(*parser.IndexExpression)
	return func(f *Frame) (value.Value, error) {
		if !isMember && !isIndex {
			v, err := of(f)
			return value.Obj(dotnet.NewCell(v)), err
		}
		p, err := t(f)
		if err != nil {
			return value.Null, err
		}
		read := func() value.Value {
			v, _ := p.get(f)
			return v
		}
		return value.Obj(dotnet.NewReference(read, func(v value.Value) error { return p.set(f, v) })), nil
	}
}
