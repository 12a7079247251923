package data

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// The values of DataRowState.
const (
	stateDetached  = 1
	stateUnchanged = 2
	stateAdded     = 4
	stateDeleted   = 8
	stateModified  = 16
)

// Row is a DataRow. Its columns are its properties.
type Row struct {
	value.Extended
	table *Table
	state int64
	// values are by the columns' slots; before holds them as they were when
	// changes were last accepted.
	values, before []value.Value
	errorText      string
}

// PSType returns DataRow.
func (*Row) PSType() *value.Type { return typeRow }

// fill makes room for the value of a column.
func (r *Row) fill(c *Column) {
	for len(r.values) <= c.slot {
		r.values = append(r.values, value.Null)
	}
	r.values[c.slot] = c.first()
}

// at reads the value of a column.
func (r *Row) at(env value.Env, c *Column) (value.Value, error) {
	if r.state == stateDeleted {
		return value.Null, dotnet.Throw(exDeletedRow, "Deleted row information cannot be accessed through the row.")
	}
	if c.compute != nil {
		v, err := c.compute.eval(&scope{env: env, row: r})
		if err != nil || value.IsDBNull(v) {
			return v, err
		}
		return c.take(env, v)
	}
	if c.slot >= len(r.values) {
		r.fill(c)
	}
	return r.values[c.slot], nil
}

// set writes the value of a column.
func (r *Row) set(env value.Env, c *Column, to value.Value) error {
	switch {
	case r.state == stateDeleted:
		return dotnet.Throw(exDeletedRow, "Deleted row information cannot be accessed through the row.")
	case c.readOnly:
		return dotnet.Throw(exReadOnly, "Column '%s' is read only.", c.name)
	}
	v, err := c.take(env, to)
	if err != nil {
		return err
	}
	if r.state != stateDetached {
		if err := r.table.allows(env, r, c, v); err != nil {
			return err
		}
	}
	if c.slot >= len(r.values) {
		r.fill(c)
	}
	if r.state == stateUnchanged {
		r.before, r.state = slices.Clone(r.values), stateModified
	}
	r.values[c.slot] = v
	return nil
}

// items are the values in the order of the columns.
func (r *Row) items(env value.Env) ([]value.Value, error) {
	out := make([]value.Value, len(r.table.columns))
	for i, c := range r.table.columns {
		v, err := r.at(env, c)
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

// setItems writes the values from the first column on; $null leaves a column
// as it is.
func (r *Row) setItems(env value.Env, items []value.Value) error {
	if len(items) > len(r.table.columns) {
		return dotnet.Throw(dotnet.ExArgument, "Input array is longer than the number of columns in this table.")
	}
	for i, v := range items {
		if v.IsNull() || r.table.columns[i].compute != nil {
			continue
		}
		if err := r.set(env, r.table.columns[i], v); err != nil {
			return err
		}
	}
	return nil
}

// accept makes the present values the accepted ones.
func (r *Row) accept() {
	switch r.state {
	case stateDeleted:
		r.table.drop(r)
		r.state = stateDetached
	case stateDetached:
	default:
		r.state, r.before = stateUnchanged, nil
	}
}

// reject goes back to the accepted values.
func (r *Row) reject() {
	switch r.state {
	case stateAdded:
		r.table.drop(r)
		r.state = stateDetached
	case stateModified:
		r.values, r.before, r.state = r.before, nil, stateUnchanged
	case stateDeleted:
		if r.before != nil {
			r.values, r.before = r.before, nil
		}
		r.state = stateUnchanged
	}
}

// remove is Delete: what was never accepted goes at once.
func (r *Row) remove() error {
	switch r.state {
	case stateDetached, stateDeleted:
		return dotnet.Throw(exRowNotIn, "Cannot perform this operation on a row not in the table.")
	case stateAdded:
		r.table.drop(r)
		r.state = stateDetached
	default:
		r.state = stateDeleted
	}
	return nil
}

// Adapted is the column of that name as a property.
func (r *Row) Adapted(name *dotnet.Name) *value.Member {
	if c := r.table.column(name.Text); c != nil {
		return r.property(c)
	}
	return nil
}

// AdaptedList lists the columns as properties.
func (r *Row) AdaptedList() []*value.Member {
	out := make([]*value.Member, len(r.table.columns))
	for i, c := range r.table.columns {
		out[i] = r.property(c)
	}
	return out
}

func (r *Row) property(c *Column) *value.Member {
	m := &value.Member{Name: c.name, Kind: value.Property, Type: dotnet.ShortName(c.dataType), Raw: true,
		Get: func(env value.Env, _ value.Value) (value.Value, error) { return r.at(env, c) }}
	if !c.readOnly {
		m.Set = func(env value.Env, _, to value.Value) error { return r.set(env, c, to) }
	}
	return m
}
