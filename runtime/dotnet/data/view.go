package data

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// View is a DataView: the rows of a table that a filter lets through, in a
// sort order, as they are at the moment.
type View struct {
	value.Extended
	table         *Table
	filter, order string
}

// PSType returns DataView.
func (*View) PSType() *value.Type { return typeView }

// Enumerate calls yield for each row's view.
func (v *View) Enumerate(yield func(value.Value) error) error {
	rows, err := v.rows(nil)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if err := yield(value.Obj(&RowView{view: v, row: r})); err != nil {
			return err
		}
	}
	return nil
}

func (v *View) rows(env value.Env) ([]*Row, error) {
	if v.table == nil {
		return nil, nil
	}
	return v.table.query(env, v.filter, v.order)
}

// RowView is a DataRowView: a row seen through a view.
type RowView struct {
	value.Extended
	view *View
	row  *Row
}

// PSType returns DataRowView.
func (*RowView) PSType() *value.Type { return typeRowView }

// Adapted is the column of that name as a property.
func (r *RowView) Adapted(name *dotnet.Name) *value.Member { return r.row.Adapted(name) }

// AdaptedList lists the columns as properties.
func (r *RowView) AdaptedList() []*value.Member { return r.row.AdaptedList() }

func loadRowView(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	view := dotnet.Of[*RowView]
	b.Get("System.Data.DataView DataView", func(v value.Value) value.Value { return value.Obj(view(v).view) })
	b.Get("System.Data.DataRow Row", func(v value.Value) value.Value { return value.Obj(view(v).row) })
	b.Get("bool IsEdit", func(value.Value) value.Value { return value.False })
	b.Get("bool IsNew", func(value.Value) value.Value { return value.False })
	column := func(c *value.Call) (*Column, error) { return view(c.This).row.table.mustColumn(c.Args[0]) }
	get := func(c *value.Call) (value.Value, error) {
		at, err := column(c)
		if err != nil {
			return value.Null, err
		}
		return view(c.This).row.at(c.Env, at)
	}
	set := dotnet.Do(func(c *value.Call) error {
		at, err := column(c)
		if err != nil {
			return err
		}
		return view(c.This).row.set(c.Env, at, c.Args[1])
	})
	b.Parameterized("Item", "System.Object Item(int ndx)", get)
	b.ParameterizedMore("Item", "System.Object Item(string property)", get)
	b.SetItem("void set_Item(int ndx, System.Object value)", set)
	b.SetItem("void set_Item(string property, System.Object value)", set)
	b.Method("void Delete()", dotnet.Do(func(c *value.Call) error { return view(c.This).row.remove() }))
	for _, nothing := range [...]string{"BeginEdit", "EndEdit", "CancelEdit"} {
		b.Method("void "+nothing+"()", dotnet.Run(func(*value.Call) {}))
	}
}

func loadView(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	view := dotnet.Of[*View]
	b.Get("System.Data.DataTable Table", func(v value.Value) value.Value { return tableValue(view(v).table) })
	b.Property("string RowFilter", func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(view(v).filter), nil },
		func(env value.Env, v, to value.Value) error { return view(v).refilter(env, to.Text()) })
	b.Property("string Sort", func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(view(v).order), nil },
		func(env value.Env, v, to value.Value) error { return view(v).reorder(to.Text()) })
	b.Property("int Count", func(env value.Env, v value.Value) (value.Value, error) {
		rows, err := view(v).rows(env)
		return value.Int(len(rows)), err
	}, nil)
	b.Parameterized("Item", "System.Data.DataRowView Item(int recordIndex)", func(c *value.Call) (value.Value, error) {
		rows, err := view(c.This).rows(c.Env)
		if err != nil {
			return value.Null, err
		}
		if n := dotnet.IntArg(c, 0); n >= 0 && n < len(rows) {
			return value.Obj(&RowView{view: view(c.This), row: rows[n]}), nil
		}
		return value.Null, dotnet.Throw(dotnet.ExIndexRange, "Index %d is either negative or above rows count.", dotnet.IntArg(c, 0))
	})
	loadViewTables(b)
	b.Method("void Dispose()", dotnet.Run(func(*value.Call) {}))
	made := dotnet.Give(func(c *value.Call) value.Value {
		v := &View{}
		if len(c.Args) > 0 {
			v.table = dotnet.Of[*Table](c.Args[0])
		}
		if len(c.Args) > 1 {
			v.filter, v.order = dotnet.TextArg(c, 1), dotnet.TextArg(c, 2)
		}
		return value.Obj(v)
	})
	b.Constructor("()", made)
	b.Constructor("(System.Data.DataTable table)", made)
	b.Constructor("(System.Data.DataTable table, string RowFilter, string Sort, System.Data.DataViewRowState RowState)", made)
}

// refilter sets the filter, which must be one at least.
func (v *View) refilter(env value.Env, filter string) error {
	if v.table != nil {
		if _, err := v.table.filtered(env, filter); err != nil {
			return err
		}
	}
	v.filter = filter
	return nil
}

func (v *View) reorder(order string) error {
	if order != "" && v.table != nil {
		if _, err := v.table.parseOrder(order); err != nil {
			return err
		}
	}
	v.order = order
	return nil
}

// loadViewTables adds ToTable: the view's rows as a table of their own, with
// some of the columns, each combination once if asked for.
func loadViewTables(b dotnet.Rows) {
	b.Method("System.Data.DataTable ToTable()", func(c *value.Call) (value.Value, error) {
		return dotnet.Of[*View](c.This).toTable(c.Env, false, nil)
	})
	b.Method("System.Data.DataTable ToTable(string tableName)", func(c *value.Call) (value.Value, error) {
		made, err := dotnet.Of[*View](c.This).toTable(c.Env, false, nil)
		if t := dotnet.Of[*Table](made); t != nil {
			t.name = dotnet.TextArg(c, 0)
		}
		return made, err
	})
	b.Method("System.Data.DataTable ToTable(bool distinct, params string[] columnNames)", func(c *value.Call) (value.Value, error) {
		return dotnet.Of[*View](c.This).toTable(c.Env, c.Args[0].AsBool(), dotnet.ItemsOf(c.Args[1]))
	})
}

func (v *View) toTable(env value.Env, distinct bool, names []value.Value) (value.Value, error) {
	rows, err := v.rows(env)
	if err != nil {
		return value.Null, err
	}
	columns := v.table.columns
	if len(names) > 0 {
		columns = nil
		for _, name := range names {
			c, err := v.table.mustColumn(name)
			if err != nil {
				return value.Null, err
			}
			columns = append(columns, c)
		}
	}
	made := newTable(v.table.name)
	for _, c := range columns {
		copied := c.clone()
		copied.unique = false
		if err := made.add(copied); err != nil {
			return value.Null, err
		}
	}
	for _, r := range rows {
		if err := made.take(env, r); err != nil {
			return value.Null, err
		}
	}
	if distinct {
		made.keepDistinct(env)
	}
	return value.Obj(made), nil
}

// keepDistinct drops the rows whose values are all there before.
func (t *Table) keepDistinct(env value.Env) {
	var kept []*Row
	for _, r := range t.rows {
		known := false
		for _, other := range kept {
			same := true
			for _, c := range t.columns {
				a, _ := r.at(env, c)
				b, _ := other.at(env, c)
				same = same && compareNullable(env, a, b, t.caseSensitive) == 0
			}
			known = known || same
		}
		if !known {
			kept = append(kept, r)
		}
	}
	t.rows = kept
}
