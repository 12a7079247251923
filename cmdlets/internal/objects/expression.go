package objects

import (
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Expression is one element of a -Property list: a property name, a wildcard,
// a script block, or a hashtable with a label and an expression.
type Expression struct {
	// Label is the name given to the result, or "".
	Label string
	// Options holds the other entries of a hashtable, by folded key.
	Options map[string]value.Value

	block   *runtime.ScriptBlock
	column  Column
	pattern string
}

var (
	labelKeys      = map[string]bool{"label": true, "l": true, "name": true, "n": true}
	expressionKeys = map[string]bool{"expression": true, "expr": true, "e": true, "exp": true}
)

// NewExpression reads one element of a -Property list.
func NewExpression(env value.Env, v value.Value) Expression {
	switch o := value.Unwrap(v).Object().(type) {
	case *runtime.ScriptBlock:
		return Expression{block: o, Label: o.Text()}
	case *value.Dict:
		return fromTable(env, o)
	}
	name := value.ToString(env, v)
	if patterns.HasWildcard(name) {
		return Expression{pattern: name}
	}
	return Expression{Label: name, column: NewColumn(name)}
}

func fromTable(env value.Env, table *value.Dict) Expression {
	var e Expression
	label := ""
	options := map[string]value.Value{}
	table.Each(func(key, v value.Value) bool {
		name := value.Fold(value.ToString(env, key))
		switch {
		case labelKeys[name]:
			label = value.ToString(env, v)
		case expressionKeys[name]:
			e = NewExpression(env, v)
		default:
			options[name] = v
		}
		return true
	})
	if label != "" {
		e.Label = label
	}
	e.Options = options
	return e
}

// Expand returns the expression itself, or one for each property of v that a
// wildcard matches.
func (e Expression) Expand(env value.Env, v value.Value) []Expression {
	if e.pattern == "" {
		return []Expression{e}
	}
	if d, table := value.As[*value.Dict](v); table && d.T == value.TypeHashtable {
		if all := e.matching(Columns(env, v)); len(all) > 0 {
			return all
		}
	}
	var columns []Column
	for _, m := range AllProperties(env, v) {
		columns = append(columns, NewColumn(m.Name))
	}
	return e.matching(columns)
}

func (e Expression) matching(columns []Column) []Expression {
	var all []Expression
	for _, c := range columns {
		if patterns.Match(e.pattern, c.Name) {
			all = append(all, Expression{Label: c.Name, Options: e.Options, column: c})
		}
	}
	return all
}

// Evaluate returns the expression's value for v; the output of a script block
// becomes one value as an assignment makes it.
func (e *Expression) Evaluate(ctx *runtime.Context, v value.Value) (value.Value, error) {
	result, _, err := e.Find(ctx, v)
	return result, err
}

// Source is the expression as it was written: a property's name or the text of
// a script block.
func (e *Expression) Source() string {
	if e.block != nil {
		return e.block.Text()
	}
	return e.column.Name
}

// IsPattern reports whether the expression is a wildcard.
func (e *Expression) IsPattern() bool { return e.pattern != "" }

// Folded is the label's folded form.
func (e *Expression) Folded() string {
	if e.column.Name == e.Label {
		return e.column.Folded
	}
	return value.Fold(e.Label)
}

// NameIn is the label for an object: a property's name as the object itself
// spells it.
func (e *Expression) NameIn(env value.Env, v value.Value) string {
	if e.block != nil || e.Label != e.column.Name {
		return e.Label
	}
	if o, ok := value.As[*value.PSObject](v); ok {
		if i := o.IndexOf(e.column.Folded); i >= 0 {
			return o.Shape().Names()[i]
		}
	}
	if d, table := value.As[*value.Dict](v); table && d.T == value.TypeHashtable {
		if key, ok := d.KeyOf(e.column.Name); ok {
			return value.ToString(env, key)
		}
	}
	if m := dotnet.GetMember(env, v, e.column.cache.Name); m != nil && m.Method == nil {
		return m.Name
	}
	return e.Label
}

// Find returns the expression's value for v and whether v has such a property;
// a script block always finds one. The entries of a Hashtable are properties,
// those of other dictionaries are not.
func (e *Expression) Find(ctx *runtime.Context, v value.Value) (value.Value, bool, error) {
	if e.block != nil {
		items, err := ctx.Collect(e.block, v)
		if err != nil {
			return value.Null, false, err
		}
		return (&runtime.Collector{Items: items}).Value(), true, nil
	}
	if d, table := value.As[*value.Dict](v); table && d.T != value.TypeHashtable {
		m := dotnet.GetMember(ctx.Env(), v, e.column.cache.Name)
		if m == nil || m.Method != nil {
			return value.Null, false, nil
		}
		got, err := dotnet.ReadMember(ctx.Env(), v, m)
		return got, err == nil, err
	}
	return e.column.Find(ctx.Env(), v)
}
