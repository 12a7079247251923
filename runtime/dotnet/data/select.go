package data

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// query lists the rows that a filter lets through, in a sort order; both are
// as Select takes them, empty for none.
func (t *Table) query(env value.Env, filter, order string) ([]*Row, error) {
	rows, err := t.filtered(env, filter)
	if err != nil || strings.TrimSpace(order) == "" {
		return rows, err
	}
	by, err := t.parseOrder(order)
	if err != nil {
		return nil, err
	}
	t.sort(env, rows, by)
	return rows, nil
}

func (t *Table) filtered(env value.Env, filter string) ([]*Row, error) {
	rows := t.current(env)
	if strings.TrimSpace(filter) == "" {
		return rows, nil
	}
	test, err := parseExpression(filter)
	if err != nil {
		return nil, err
	}
	var out []*Row
	for _, r := range rows {
		v, err := test.eval(&scope{env: env, row: r, rows: rows})
		if err != nil {
			return nil, err
		}
		if value.IsDBNull(v) {
			continue
		}
		if v.Kind() != value.KindBool {
			return nil, dotnet.Throw(exEvaluate, "Filter expression '%s' does not evaluate to a Boolean term.", filter)
		}
		if v.AsBool() {
			out = append(out, r)
		}
	}
	return out, nil
}

// parseOrder reads "a, b DESC".
func (t *Table) parseOrder(order string) ([]sortColumn, error) {
	var out []sortColumn
	for part := range strings.SplitSeq(order, ",") {
		name, descending := strings.TrimSpace(part), false
		if before, word, found := cutLastWord(name); found {
			switch strings.ToLower(word) {
			case "desc":
				name, descending = before, true
			case "asc":
				name = before
			}
		}
		name = strings.TrimSuffix(strings.TrimPrefix(name, "["), "]")
		c := t.column(name)
		if c == nil {
			return nil, dotnet.Throw(dotnet.ExIndexRange, "Cannot find column %s.", name)
		}
		out = append(out, sortColumn{c, descending})
	}
	return out, nil
}

func cutLastWord(s string) (before, word string, found bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return s, "", false
	}
	return strings.TrimSpace(s[:i]), s[i+1:], true
}

// total is Compute: an expression of aggregates over the rows of a filter.
func (t *Table) total(env value.Env, expression, filter string) (value.Value, error) {
	rows, err := t.filtered(env, filter)
	if err != nil {
		return value.Null, err
	}
	compute, err := parseExpression(expression)
	if err != nil {
		return value.Null, err
	}
	s := &scope{env: env, table: t, rows: rows}
	if len(rows) > 0 {
		s.row = rows[0]
	}
	return compute.eval(s)
}

func rowArray(rows []*Row) value.Value {
	a := &value.Array{Elem: typeRow, Items: make([]value.Value, len(rows))}
	for i, r := range rows {
		a.Items[i] = value.Obj(r)
	}
	return value.Obj(a)
}

// loadTableQueries adds Select and Compute.
func loadTableQueries(b dotnet.Rows) {
	selected := func(c *value.Call) (value.Value, error) {
		filter, order := "", ""
		if len(c.Args) > 0 {
			filter = dotnet.TextArg(c, 0)
		}
		if len(c.Args) > 1 {
			order = dotnet.TextArg(c, 1)
		}
		rows, err := tableOf(c).query(c.Env, filter, order)
		return rowArray(rows), err
	}
	for _, params := range [...]string{"", "string filterExpression", "string filterExpression, string sort",
		"string filterExpression, string sort, System.Data.DataViewRowState recordStates"} {
		b.Method("System.Data.DataRow[] Select("+params+")", selected)
	}
	b.Method("System.Object Compute(string expression, string filter)", func(c *value.Call) (value.Value, error) {
		return tableOf(c).total(c.Env, dotnet.TextArg(c, 0), dotnet.TextArg(c, 1))
	})
}
