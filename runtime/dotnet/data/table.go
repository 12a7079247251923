package data

import (
	"slices"
	"sort"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Table is a DataTable. PowerShell takes it apart into its rows.
type Table struct {
	value.Extended
	name, namespace, prefix string
	columns                 []*Column
	// slots counts the columns that the table ever had.
	slots         int
	rows          []*Row
	set           *Set
	key           []*Column
	caseSensitive bool
	view          *View
	extra         *value.Dict
}

func newTable(name string) *Table {
	return &Table{name: name, extra: &value.Dict{T: typePropertyCollection, CaseSensitive: true}}
}

// PSType returns DataTable.
func (*Table) PSType() *value.Type { return typeTable }

// Enumerate calls yield for each row.
func (t *Table) Enumerate(yield func(value.Value) error) error {
	for _, r := range slices.Clone(t.rows) {
		if err := yield(value.Obj(r)); err != nil {
			return err
		}
	}
	return nil
}

func tableValue(t *Table) value.Value {
	if t == nil {
		return value.Null
	}
	return value.Obj(t)
}

// newRow makes a row that is not yet in the table.
func (t *Table) newRow() *Row {
	r := &Row{table: t, state: stateDetached}
	for _, c := range t.columns {
		r.fill(c)
	}
	return r
}

// insert puts a detached row into the table.
func (t *Table) insert(env value.Env, r *Row, at int) error {
	switch {
	case r.table != t:
		return dotnet.Throw(dotnet.ExArgument, "This row already belongs to another table.")
	case r.state != stateDetached:
		return dotnet.Throw(dotnet.ExArgument, "This row already belongs to this table.")
	}
	for _, c := range t.columns {
		v, err := r.at(env, c)
		if err == nil {
			err = t.allows(env, r, c, v)
		}
		if err != nil {
			return err
		}
	}
	if err := t.checkKey(env, r); err != nil {
		return err
	}
	r.state = stateAdded
	t.rows = slices.Insert(t.rows, at, r)
	return nil
}

// allows checks what a column forbids: nulls and values that are there.
func (t *Table) allows(env value.Env, r *Row, c *Column, v value.Value) error {
	if value.IsDBNull(v) {
		if !c.allowNull || slices.Contains(t.key, c) {
			return dotnet.Throw(exNoNull, "Column '%s' does not allow nulls.", c.name)
		}
		return nil
	}
	if !c.unique && !(len(t.key) == 1 && t.key[0] == c) {
		return nil
	}
	for _, other := range t.rows {
		if other == r || other.state == stateDeleted {
			continue
		}
		if held, err := other.at(env, c); err == nil && t.same(env, held, v) {
			return dotnet.Throw(exConstraint, "Column '%s' is constrained to be unique.  Value '%s' is already present.", c.name, dotnet.ToText(env, v))
		}
	}
	return nil
}

// checkKey refuses a row whose key of several columns is there already.
func (t *Table) checkKey(env value.Env, r *Row) error {
	if len(t.key) < 2 {
		return nil
	}
	wanted := make([]value.Value, len(t.key))
	for i, c := range t.key {
		wanted[i], _ = r.at(env, c)
	}
	if t.find(env, wanted) == nil {
		return nil
	}
	names := ""
	for i, c := range t.key {
		if i > 0 {
			names += ", "
		}
		names += c.name
	}
	return dotnet.Throw(exConstraint, "Column '%s' is constrained to be unique.  Value '%s' is already present.", names, dotnet.JoinText(env, ", ", wanted))
}

// find is the row with these values in the columns of the primary key.
func (t *Table) find(env value.Env, key []value.Value) *Row {
	for _, r := range t.rows {
		if r.state == stateDeleted {
			continue
		}
		hit := true
		for i, c := range t.key {
			v, err := r.at(env, c)
			hit = hit && err == nil && t.same(env, v, key[i])
		}
		if hit {
			return r
		}
	}
	return nil
}

// same compares two values of a column; case counts in a case-sensitive table.
func (t *Table) same(env value.Env, a, b value.Value) bool {
	return !value.IsDBNull(a) && !value.IsDBNull(b) && compareValues(env, a, b, t.caseSensitive) == 0
}

func (t *Table) drop(r *Row) {
	if i := slices.Index(t.rows, r); i >= 0 {
		t.rows = slices.Delete(t.rows, i, i+1)
	}
}

// shape copies the table without its rows.
func (t *Table) shape() *Table {
	made := newTable(t.name)
	made.namespace, made.prefix, made.caseSensitive = t.namespace, t.prefix, t.caseSensitive
	for _, c := range t.columns {
		copied := c.clone()
		copied.table, copied.slot = made, made.slots
		made.slots++
		made.columns = append(made.columns, copied)
	}
	for _, c := range t.key {
		made.key = append(made.key, made.columns[c.ordinal()])
	}
	return made
}

// take copies a row of another table into this one, by the names of the
// columns, with its state.
func (t *Table) take(env value.Env, from *Row) error {
	r := t.newRow()
	for _, c := range from.table.columns {
		to := t.column(c.name)
		if to == nil || to.compute != nil {
			continue
		}
		v, err := from.at(env, c)
		if err != nil {
			return err
		}
		if v, err = to.take(env, v); err != nil {
			return err
		}
		r.values[to.slot] = v
	}
	r.state = from.state
	t.rows = append(t.rows, r)
	return nil
}

// merge adds the columns that another table has more, and its rows: a row with
// the primary key of one that is there takes its place.
func (t *Table) merge(env value.Env, from *Table, addColumns bool) error {
	for _, c := range from.columns {
		if addColumns && t.column(c.name) == nil {
			if err := t.add(c.clone()); err != nil {
				return err
			}
		}
	}
	for _, r := range from.rows {
		if old := t.counterpart(env, r); old != nil {
			t.drop(old)
		}
		if err := t.take(env, r); err != nil {
			return err
		}
	}
	return nil
}

// counterpart is the row that has the primary key of another table's row.
func (t *Table) counterpart(env value.Env, r *Row) *Row {
	if len(t.key) == 0 {
		return nil
	}
	key := make([]value.Value, len(t.key))
	for i, c := range t.key {
		other := r.table.column(c.name)
		if other == nil {
			return nil
		}
		key[i], _ = r.at(env, other)
	}
	return t.find(env, key)
}

// current lists the rows that are not deleted, in the order of the primary key
// if there is one.
func (t *Table) current(env value.Env) []*Row {
	rows := make([]*Row, 0, len(t.rows))
	for _, r := range t.rows {
		if r.state != stateDeleted {
			rows = append(rows, r)
		}
	}
	if len(t.key) > 0 {
		order := make([]sortColumn, len(t.key))
		for i, c := range t.key {
			order[i] = sortColumn{c, false}
		}
		t.sort(env, rows, order)
	}
	return rows
}

// sortColumn is one column of a sort order.
type sortColumn struct {
	column     *Column
	descending bool
}

func (t *Table) sort(env value.Env, rows []*Row, order []sortColumn) {
	sort.SliceStable(rows, func(i, j int) bool {
		for _, by := range order {
			a, _ := rows[i].at(env, by.column)
			b, _ := rows[j].at(env, by.column)
			n := compareNullable(env, a, b, t.caseSensitive)
			if n != 0 {
				return n < 0 != by.descending
			}
		}
		return false
	})
}

// compareNullable orders DBNull before everything else.
func compareNullable(env value.Env, a, b value.Value, caseSensitive bool) int {
	none, other := value.IsDBNull(a), value.IsDBNull(b)
	switch {
	case none && other:
		return 0
	case none:
		return -1
	case other:
		return 1
	}
	return compareValues(env, a, b, caseSensitive)
}
