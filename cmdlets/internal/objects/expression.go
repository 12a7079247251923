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

// NewExpression reads a property name, a wildcard or a script block.
func NewExpression(env value.Env, v value.Value) Expression {
	if block, ok := value.As[*runtime.ScriptBlock](v); ok {
		return Expression{block: block, Label: block.Text()}
	}
	name := value.ToString(env, v)
	if patterns.HasWildcard(name) {
		return Expression{pattern: name}
	}
	return Expression{Label: name, column: NewColumn(name)}
}

// newExpression makes an expression of the checked entries of a property list's
// element.
func newExpression(env value.Env, entries map[string]value.Value) Expression {
	e := NewExpression(env, entries[expressionKey.Name])
	for _, key := range []string{LabelOption, NameOption} {
		if v, ok := entries[key]; ok && v.Text() != "" {
			e.Label = v.Text()
		}
	}
	delete(entries, expressionKey.Name)
	e.Options = entries
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
			match := Expression{Label: c.Name, Options: e.Options, column: c}
			if e.Label != "" {
				match.Label = e.Label
			}
			all = append(all, match)
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

// Exists reports whether an object has the property that the expression names.
func (e *Expression) Exists(env value.Env, v value.Value) bool {
	if d, table := value.As[*value.Dict](v); table && d.T == value.TypeHashtable {
		if _, ok := d.KeyOf(e.column.Name); ok {
			return true
		}
	}
	m := dotnet.GetMember(env, v, e.column.cache.Name)
	return m != nil && m.Method == nil
}

// Script is the script block of a calculated expression, or nil.
func (e *Expression) Script() *runtime.ScriptBlock { return e.block }

// Source is the expression as it was written: a property's name, a wildcard or
// the text of a script block.
func (e *Expression) Source() string {
	switch {
	case e.block != nil:
		return e.block.Text()
	case e.pattern != "":
		return e.pattern
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
