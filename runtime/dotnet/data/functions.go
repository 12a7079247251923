package data

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// call is a function of the expression language.
type call struct {
	f    func(s *scope, args []node) (value.Value, error)
	args []node
}

func (n call) eval(s *scope) (value.Value, error) { return n.f(s, n.args) }

// functionArity is how many arguments each function takes.
var functionArity = map[string]int{"len": 1, "isnull": 2, "iif": 3, "trim": 1, "substring": 3, "convert": 2}

func (p *exprParser) function(name string) (node, error) {
	args, err := p.list()
	if err != nil {
		return nil, err
	}
	folded := strings.ToLower(name)
	if isAggregate(folded) {
		column, ok := args[0].(columnRef)
		if !ok || len(args) != 1 {
			return nil, dotnet.Throw(exSyntax, "Syntax error in aggregate argument: Expecting a single column argument with possible 'Child' qualifier.")
		}
		return aggregate{folded, column.name}, nil
	}
	want, known := functionArity[folded]
	if !known {
		return nil, dotnet.Throw(exEvaluate, "The expression contains undefined function call %s().", name)
	}
	if len(args) != want {
		return nil, dotnet.Throw(exEvaluate, "Invalid number of arguments: function %s().", name)
	}
	return call{functions(folded), args}, nil
}

func functions(name string) func(s *scope, args []node) (value.Value, error) {
	switch name {
	case "len":
		return onText(func(text string) value.Value { return value.Int(len(value.Units(text))) })
	case "trim":
		return onText(func(text string) value.Value { return value.Str(strings.TrimSpace(text)) })
	case "isnull":
		return ifNull
	case "iif":
		return choose
	case "substring":
		return substring
	}
	return convertTo
}

func onText(f func(text string) value.Value) func(s *scope, args []node) (value.Value, error) {
	return func(s *scope, args []node) (value.Value, error) {
		v, err := args[0].eval(s)
		if err != nil || value.IsDBNull(v) {
			return v, err
		}
		return f(dotnet.ToText(s.env, v)), nil
	}
}

func ifNull(s *scope, args []node) (value.Value, error) {
	v, err := args[0].eval(s)
	if err == nil && value.IsDBNull(v) {
		return args[1].eval(s)
	}
	return v, err
}

func choose(s *scope, args []node) (value.Value, error) {
	test, err := args[0].eval(s)
	switch {
	case err != nil:
		return test, err
	case test == value.True:
		return args[1].eval(s)
	}
	return args[2].eval(s)
}

// substring counts from one.
func substring(s *scope, args []node) (value.Value, error) {
	v, err := args[0].eval(s)
	if err != nil || value.IsDBNull(v) {
		return v, err
	}
	start, length, err := both(s, args[1], args[2])
	if err != nil {
		return value.Null, err
	}
	units := value.Units(dotnet.ToText(s.env, v))
	from := max(0, min(int(start.Int64())-1, len(units)))
	to := max(from, min(from+int(length.Int64()), len(units)))
	return value.Str(value.UnitsText(units[from:to])), nil
}

// convertTo is Convert(value, 'System.Int32').
func convertTo(s *scope, args []node) (value.Value, error) {
	v, name, err := both(s, args[0], args[1])
	if err != nil || value.IsDBNull(v) {
		return v, err
	}
	t := dotnet.MustType(dotnet.ToText(s.env, name))
	got, err := dotnet.CastTo(s.env, v, t)
	if err != nil {
		return value.Null, dotnet.Throw(exEvaluate, "Cannot convert value '%s' to Type: %s.", dotnet.ToText(s.env, v), t.FullName)
	}
	return got, nil
}
