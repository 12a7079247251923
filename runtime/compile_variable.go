package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// variable compiles reading a variable.
func (c *compiler) variable(e *parser.VariableExpression) exprFunc {
	if v, ok := constantVariable(e); ok {
		return constant(v)
	}
	scope, name := qualified(e.Name)
	switch scope {
	case "", "variable":
		return c.plainVariable(name, e.Span)
	case "using":
		return c.usingVariable(e, name)
	case "global", "script", "local", "private":
		folded := value.Fold(name)
		return func(f *Frame) (value.Value, error) {
			if v := f.scope.named(scope).seen(folded); v != nil {
				return v.Read(), nil
			}
			return f.unset(e.Name, e.Span)
		}
	}
	return func(f *Frame) (value.Value, error) { return f.session.driveVariable(f, scope, name) }
}

func (c *compiler) plainVariable(name string, span parser.Span) exprFunc {
	switch value.Fold(name) {
	case "?":
		return func(f *Frame) (value.Value, error) { return value.Bool(f.session.ok), nil }
	case "lastexitcode":
		return func(f *Frame) (value.Value, error) { return f.session.exitCode, nil }
	}
	slot := c.slot(name)
	return func(f *Frame) (value.Value, error) {
		if v := f.vars[slot]; v != nil && v.mode == varPlain {
			return v.Value, nil
		}
		return f.read(slot, span)
	}
}

// usingVariable compiles $using:x, possibly followed by members in the name.
func (c *compiler) usingVariable(e *parser.VariableExpression, name string) exprFunc {
	folded := value.Fold(name)
	return func(f *Frame) (value.Value, error) {
		v := f.scope.Lookup(folded)
		if v == nil {
			return value.Null, fault("UsingVariableIsUndefined", value.InvalidOperation, value.Null,
				"The value of the using variable '$using:%s' cannot be retrieved because it has not been set in the local session.", name)
		}
		return v.Read(), nil
	}
}

// named returns the scope that a scope qualifier names.
func (s *Scope) named(qualifier string) *Scope {
	switch qualifier {
	case "global":
		return s.Global()
	case "script":
		return s.script
	}
	return s
}

// seen returns a variable of this very scope, or of an AllScope name.
func (s *Scope) seen(folded string) *Variable {
	if v := s.Local(folded); v != nil {
		return v
	}
	if isAllScope(folded) {
		return s.Global().Local(folded)
	}
	return nil
}

// assigner stores a value in a target.
type assigner func(f *Frame, v value.Value) error

// assignVariable compiles storing into a variable.
func (c *compiler) assignVariable(e *parser.VariableExpression) assigner {
	scope, name := qualified(e.Name)
	folded := value.Fold(name)
	switch {
	case scope == "" && folded == "null":
		return func(*Frame, value.Value) error { return nil }
	case scope == "" && (folded == "true" || folded == "false" || folded == "?"):
		return func(*Frame, value.Value) error { return notWritable(name) }
	case scope == "" && folded == "lastexitcode":
		return func(f *Frame, v value.Value) error {
			f.session.exitCode = v
			return nil
		}
	case scope == "" || scope == "variable":
		slot := c.slot(name)
		return func(f *Frame, v value.Value) error { return f.write(slot, v) }
	case scope == "global" || scope == "script" || scope == "local":
		return func(f *Frame, v value.Value) error { return f.scope.named(scope).Set(name, v) }
	case scope == "private":
		return func(f *Frame, v value.Value) error {
			if err := f.scope.Set(name, v); err != nil {
				return err
			}
			cell := f.scope.cell(folded)
			cell.SetOptions(cell.Options() | OptionPrivate)
			return nil
		}
	}
	return func(f *Frame, v value.Value) error { return f.session.setDriveVariable(f, scope, name, v) }
}

// variableInText compiles a variable inside a string, which strict mode 1
// allows to be unset.
func (c *compiler) variableInText(e *parser.VariableExpression) exprFunc {
	of := c.expr(e)
	return func(f *Frame) (value.Value, error) {
		v, err := of(f)
		if err != nil && f.scope.StrictMode() == 1 {
			return value.Null, nil
		}
		return v, err
	}
}

// expandable compiles a double-quoted string.
func (c *compiler) expandable(e *parser.ExpandableString) exprFunc {
	parts := make([]exprFunc, 0, len(e.Parts))
	fixed := make([]string, len(e.Parts))
	for i, p := range e.Parts {
		if s, ok := p.(*parser.StringConstant); ok {
			fixed[i] = s.Value
			parts = append(parts, nil)
			continue
		}
		if v, ok := p.(*parser.VariableExpression); ok {
			parts = append(parts, c.variableInText(v))
			continue
		}
		parts = append(parts, c.expr(p))
	}
	return func(f *Frame) (value.Value, error) {
		var space [128]byte
		text := space[:0]
		for i, of := range parts {
			if of == nil {
				text = append(text, fixed[i]...)
				continue
			}
			v, err := of(f)
			if err != nil {
				return value.Null, err
			}
			if v.Kind() == value.KindString {
				if err := value.CheckRoom(2 * int64(len(text)+len(v.Text()))); err != nil {
					return value.Null, err
				}
			}
			if text, err = f.appendText(text, v); err != nil {
				return value.Null, err
			}
		}
		return value.Str(string(text)), nil
	}
}
