package data

import (
	"math"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// aggregate is a figure over one column of all rows.
type aggregate struct{ name, column string }

func isAggregate(name string) bool {
	switch name {
	case "sum", "avg", "min", "max", "count", "stdev", "var":
		return true
	}
	return false
}

func (n aggregate) eval(s *scope) (value.Value, error) {
	t := s.source()
	if t == nil || t.column(n.column) == nil {
		return value.Null, dotnet.Throw(exEvaluate, "Cannot find column [%s].", n.column)
	}
	column := t.column(n.column)
	rows := s.rows
	if rows == nil {
		rows = t.current(s.env)
	}
	var items []value.Value
	for _, r := range rows {
		v, err := r.at(s.env, column)
		if err != nil {
			return value.Null, err
		}
		if !value.IsDBNull(v) {
			items = append(items, v)
		}
	}
	return n.of(s, column, items)
}

// of computes the figure of the values that are known.
func (n aggregate) of(s *scope, c *Column, items []value.Value) (value.Value, error) {
	if n.name == "count" {
		return value.Int(len(items)), nil
	}
	if len(items) == 0 {
		return value.DBNull, nil
	}
	if n.name == "min" || n.name == "max" {
		return extreme(s, items, n.name == "max"), nil
	}
	if !items[0].IsNumber() {
		return value.Null, dotnet.Throw(exEvaluate, "Invalid usage of aggregate function %s() and Type: %s.", n.shown(), c.dataType.Name)
	}
	switch n.name {
	case "sum":
		return total(s.env, items)
	case "avg":
		return mean(s.env, items)
	}
	return spread(items, n.name == "stdev"), nil
}

func (n aggregate) shown() string {
	return map[string]string{"sum": "Sum", "avg": "Mean", "stdev": "StDev", "var": "Var"}[n.name]
}

func extreme(s *scope, items []value.Value, largest bool) value.Value {
	best := items[0]
	for _, v := range items[1:] {
		if c := compareValues(s.env, v, best, s.caseSensitive()); c != 0 && c > 0 == largest {
			best = v
		}
	}
	return best
}

// total adds up: whole numbers as Int64.
func total(env value.Env, items []value.Value) (value.Value, error) {
	var out value.Value
	if items[0].IsInteger() {
		out = value.Long(0)
	} else {
		out = value.Int(0)
	}
	for _, v := range items {
		next, err := arithmetic(env, "+", out, v)
		if err != nil {
			return next, err
		}
		out = next
	}
	return out, nil
}

// mean is the average in the column's own type: of whole numbers a whole one.
func mean(env value.Env, items []value.Value) (value.Value, error) {
	all, err := total(env, items)
	if err != nil {
		return all, err
	}
	if items[0].IsInteger() {
		return value.Integer(items[0].Kind(), all.Int64()/int64(len(items))), nil
	}
	return arithmetic(env, "/", all, value.Int(len(items)))
}

// spread is the variance, or the standard deviation, of a sample.
func spread(items []value.Value, deviation bool) value.Value {
	n := float64(len(items))
	if n < 2 {
		return value.DBNull
	}
	sum, squares := 0.0, 0.0
	for _, v := range items {
		x := value.ToFloat(v)
		sum += x
		squares += x * x
	}
	variance := max(0, (n*squares-sum*sum)/(n*(n-1)))
	if deviation {
		return value.Double(math.Sqrt(variance))
	}
	return value.Double(variance)
}
