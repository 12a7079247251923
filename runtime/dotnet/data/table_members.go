package data

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func tableOf(c *value.Call) *Table { return dotnet.Of[*Table](c.This) }

func loadTable(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	table := dotnet.Of[*Table]
	text := func(name string, of func(t *Table) *string) {
		b.Property("string "+name, func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(*of(table(v))), nil },
			func(_ value.Env, v, to value.Value) error { *of(table(v)) = to.Text(); return nil })
	}
	b.Property("bool CaseSensitive", func(_ value.Env, v value.Value) (value.Value, error) { return value.Bool(table(v).caseSensitive), nil },
		func(_ value.Env, v, to value.Value) error { table(v).caseSensitive = to.AsBool(); return nil })
	b.Get("bool IsInitialized", func(value.Value) value.Value { return value.True })
	b.Get("System.Data.DataColumnCollection Columns", func(v value.Value) value.Value { return value.Obj(columnList{table(v)}) })
	b.Get("System.Data.DataSet DataSet", func(v value.Value) value.Value { return setValue(table(v).set) })
	b.Get("System.Data.DataView DefaultView", func(v value.Value) value.Value {
		if table(v).view == nil {
			table(v).view = &View{table: table(v)}
		}
		return value.Obj(table(v).view)
	})
	b.Get("System.Data.PropertyCollection ExtendedProperties", func(v value.Value) value.Value { return value.Obj(table(v).extra) })
	b.Get("bool HasErrors", func(v value.Value) value.Value {
		for _, r := range table(v).rows {
			if r.errorText != "" {
				return value.True
			}
		}
		return value.False
	})
	b.Property("int MinimumCapacity", func(value.Env, value.Value) (value.Value, error) { return value.Int(defaultCapacity), nil },
		func(value.Env, value.Value, value.Value) error { return nil })
	b.Property("System.Data.DataColumn[] PrimaryKey", func(_ value.Env, v value.Value) (value.Value, error) { return columnArray(table(v).key), nil },
		func(env value.Env, v, to value.Value) error { return table(v).setKey(env, dotnet.ItemsOf(to)) })
	b.Get("System.Data.DataRowCollection Rows", func(v value.Value) value.Value { return value.Obj(rowList{table(v)}) })
	text("TableName", func(t *Table) *string { return &t.name })
	text("Namespace", func(t *Table) *string { return &t.namespace })
	text("Prefix", func(t *Table) *string { return &t.prefix })
	loadTableQueries(b)
	loadTableChanges(b)
	loadTableCopies(b)
	made := dotnet.Give(func(c *value.Call) value.Value {
		name := ""
		if len(c.Args) > 0 {
			name = dotnet.TextArg(c, 0)
		}
		return value.Obj(newTable(name))
	})
	for _, params := range [...]string{"()", "(string tableName)", "(string tableName, string tableNamespace)"} {
		b.Constructor(params, made)
	}
}

// defaultCapacity is the MinimumCapacity of a table.
const defaultCapacity = 50

func columnArray(columns []*Column) value.Value {
	a := &value.Array{Elem: typeColumn, Items: make([]value.Value, len(columns))}
	for i, c := range columns {
		a.Items[i] = value.Obj(c)
	}
	return value.Obj(a)
}

// setKey makes columns the primary key: they take no nulls, and a single one
// each value once.
func (t *Table) setKey(env value.Env, columns []value.Value) error {
	var key []*Column
	for _, v := range columns {
		c, err := t.mustColumn(v)
		if err != nil {
			return err
		}
		key = append(key, c)
	}
	if len(key) == 1 {
		if err := key[0].setUnique(env, true); err != nil {
			return err
		}
	}
	for _, c := range key {
		c.allowNull = false
	}
	t.key = key
	return nil
}

// loadTableChanges adds what changes rows.
func loadTableChanges(b dotnet.Rows) {
	b.Method("System.Data.DataRow NewRow()", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(tableOf(c).newRow()) }))
	each := func(name string, f func(r *Row)) {
		b.Method("void "+name+"()", dotnet.Run(func(c *value.Call) {
			for _, r := range append([]*Row(nil), tableOf(c).rows...) {
				f(r)
			}
		}))
	}
	each("AcceptChanges", (*Row).accept)
	each("RejectChanges", (*Row).reject)
	b.Method("void Clear()", dotnet.Run(func(c *value.Call) { tableOf(c).clear() }))
	b.Method("void Reset()", dotnet.Run(func(c *value.Call) {
		t := tableOf(c)
		t.clear()
		t.columns, t.key = nil, nil
	}))
	for _, nothing := range [...]string{"BeginInit", "EndInit", "BeginLoadData", "EndLoadData", "Dispose"} {
		b.Method("void "+nothing+"()", dotnet.Run(func(*value.Call) {}))
	}
	b.Method("System.Data.DataRow LoadDataRow(System.Object[] values, bool fAcceptChanges)", func(c *value.Call) (value.Value, error) {
		t := tableOf(c)
		r := t.newRow()
		err := r.setItems(c.Env, dotnet.ItemsOf(c.Args[0]))
		if err == nil {
			err = t.insert(c.Env, r, len(t.rows))
		}
		if err == nil && c.Args[1].AsBool() {
			r.accept()
		}
		return value.Obj(r), err
	})
	b.Method("void ImportRow(System.Data.DataRow row)", dotnet.Do(func(c *value.Call) error {
		r := dotnet.Of[*Row](c.Args[0])
		if r == nil || r.state == stateDetached {
			return nil
		}
		return tableOf(c).take(c.Env, r)
	}))
}

// clear takes the rows out of the table.
func (t *Table) clear() {
	for _, r := range t.rows {
		r.state = stateDetached
	}
	t.rows = nil
}

// loadTableCopies adds what makes tables of tables.
func loadTableCopies(b dotnet.Rows) {
	b.Method("System.Data.DataTable Clone()", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(tableOf(c).shape()) }))
	copied := func(c *value.Call, keep func(r *Row) bool) (*Table, error) {
		made := tableOf(c).shape()
		for _, r := range tableOf(c).rows {
			if keep(r) {
				if err := made.take(c.Env, r); err != nil {
					return nil, err
				}
			}
		}
		return made, nil
	}
	b.Method("System.Data.DataTable Copy()", func(c *value.Call) (value.Value, error) {
		made, err := copied(c, func(r *Row) bool { return r.state != stateDeleted })
		return tableValue(made), err
	})
	b.Method("System.Data.DataTable GetChanges()", func(c *value.Call) (value.Value, error) {
		made, err := copied(c, func(r *Row) bool { return r.state == stateAdded || r.state == stateModified })
		if err != nil || len(made.rows) == 0 {
			return value.Null, err
		}
		return tableValue(made), nil
	})
	merge := dotnet.Do(func(c *value.Call) error {
		from := dotnet.Of[*Table](c.Args[0])
		if from == nil {
			return dotnet.ErrNullArgument("dataTable")
		}
		const actionIgnore = 2
		return tableOf(c).merge(c.Env, from, len(c.Args) < 3 || c.Args[2].Int64() != actionIgnore)
	})
	for _, params := range [...]string{"", ", bool preserveChanges", ", bool preserveChanges, " + schemaActionArg} {
		b.Method("void Merge(System.Data.DataTable table"+params+")", merge)
	}
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(tableOf(c).name) }))
}
