package data

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func rowOf(c *value.Call) *Row { return dotnet.Of[*Row](c.This) }

func loadRow(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	row := dotnet.Of[*Row]
	b.Property("string RowError", func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(row(v).errorText), nil },
		func(_ value.Env, v, to value.Value) error { row(v).errorText = to.Text(); return nil })
	b.Get(rowStateName+" RowState", func(v value.Value) value.Value { return value.Enum(dotnet.MustType(rowStateName), row(v).state) })
	b.Get("System.Data.DataTable Table", func(v value.Value) value.Value { return tableValue(row(v).table) })
	b.Property("System.Object[] ItemArray", func(env value.Env, v value.Value) (value.Value, error) {
		items, err := row(v).items(env)
		return value.List(items...), err
	}, func(env value.Env, v, to value.Value) error { return row(v).setItems(env, dotnet.ItemsOf(to)) })
	b.Get("bool HasErrors", func(v value.Value) value.Value { return value.Bool(row(v).errorText != "") })
	loadRowItems(b)
	b.Method("void AcceptChanges()", dotnet.Run(func(c *value.Call) { rowOf(c).accept() }))
	b.Method("void RejectChanges()", dotnet.Run(func(c *value.Call) { rowOf(c).reject() }))
	b.Method("void Delete()", dotnet.Do(func(c *value.Call) error { return rowOf(c).remove() }))
	for _, nothing := range [...]string{"BeginEdit", "EndEdit", "CancelEdit"} {
		b.Method("void "+nothing+"()", dotnet.Run(func(*value.Call) {}))
	}
	b.Method("void ClearErrors()", dotnet.Run(func(c *value.Call) { rowOf(c).errorText = "" }))
	b.Method("void SetAdded()", dotnet.Run(func(c *value.Call) { rowOf(c).state = stateAdded }))
	b.Method("void SetModified()", dotnet.Run(func(c *value.Call) { rowOf(c).state = stateModified }))
}

// loadRowItems adds the ways to a column's value: by place, name or column.
func loadRowItems(b dotnet.Rows) {
	get := func(c *value.Call) (value.Value, error) {
		column, err := rowOf(c).table.mustColumn(c.Args[0])
		if err != nil {
			return value.Null, err
		}
		return rowOf(c).at(c.Env, column)
	}
	set := dotnet.Do(func(c *value.Call) error {
		column, err := rowOf(c).table.mustColumn(c.Args[0])
		if err != nil {
			return err
		}
		return rowOf(c).set(c.Env, column, c.Args[1])
	})
	isNull := func(c *value.Call) (value.Value, error) {
		v, err := get(c)
		return value.Bool(value.IsDBNull(v)), err
	}
	for i, at := range [...]string{"int columnIndex", "string columnName", "System.Data.DataColumn column"} {
		add := b.ParameterizedMore
		if i == 0 {
			add = b.Parameterized
		}
		add("Item", "System.Object Item("+at+")", get)
		b.SetItem("void set_Item("+at+", System.Object value)", set)
		b.Method("bool IsNull("+at+")", isNull)
	}
}
