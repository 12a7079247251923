package data

import (
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// columnList is a DataColumnCollection: the live columns of a table.
type columnList struct{ t *Table }

// PSType returns DataColumnCollection.
func (columnList) PSType() *value.Type { return typeColumns }

// Enumerate calls yield for each column.
func (l columnList) Enumerate(yield func(value.Value) error) error {
	for _, c := range l.t.columns {
		if err := yield(value.Obj(c)); err != nil {
			return err
		}
	}
	return nil
}

func errColumnExists(name string) error {
	return dotnet.Throw(exDuplicateName, "A column named '%s' already belongs to this DataTable.", name)
}

// column finds a column by name: the very name first, then without regard to
// case.
func (t *Table) column(name string) *Column {
	var found *Column
	for _, c := range t.columns {
		if c.name == name {
			return c
		}
		if found == nil && strings.EqualFold(c.name, name) {
			found = c
		}
	}
	return found
}

// mustColumn is the column that an index names: its place, its name or the
// column itself.
func (t *Table) mustColumn(at value.Value) (*Column, error) {
	if c, ok := value.As[*Column](at); ok {
		if c.table != t {
			return nil, dotnet.Throw(dotnet.ExArgument, "Column '%s' does not belong to table %s.", c.name, t.name)
		}
		return c, nil
	}
	if at.IsInteger() {
		n := int(at.Int64())
		if n < 0 || n >= len(t.columns) {
			return nil, dotnet.Throw(dotnet.ExIndexRange, "Cannot find column %d.", n)
		}
		return t.columns[n], nil
	}
	if c := t.column(at.Text()); c != nil {
		return c, nil
	}
	return nil, dotnet.Throw(dotnet.ExArgument, "Column '%s' does not belong to table %s.", at.Text(), t.name)
}

// add puts a column at the end of the table; a column without a name gets one.
func (t *Table) add(c *Column) error {
	switch {
	case c.table == t:
		return dotnet.Throw(dotnet.ExArgument, "Column '%s' already belongs to this DataTable.", c.name)
	case c.table != nil:
		return dotnet.Throw(dotnet.ExArgument, "Column '%s' already belongs to another DataTable.", c.name)
	case c.name == "":
		for n := len(t.columns) + 1; c.name == "" || t.column(c.name) != nil; n++ {
			c.name = "Column" + strconv.Itoa(n)
		}
	case t.column(c.name) != nil:
		return errColumnExists(t.column(c.name).name)
	}
	c.table, c.slot = t, t.slots
	t.slots++
	t.columns = append(t.columns, c)
	for _, r := range t.rows {
		r.fill(c)
	}
	return nil
}

func (t *Table) removeColumn(c *Column) {
	for i, other := range t.columns {
		if other == c {
			t.columns = append(t.columns[:i:i], t.columns[i+1:]...)
			c.table = nil
			return
		}
	}
}

func columnsOf(c *value.Call) *Table { return dotnet.Of[columnList](c.This).t }

func loadColumns(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadCounted(b, func(v value.Value) int { return len(dotnet.Of[columnList](v).t.columns) })
	byPlace := func(c *value.Call) (value.Value, error) {
		column, err := columnsOf(c).mustColumn(c.Args[0])
		if err != nil {
			return value.Null, err
		}
		return value.Obj(column), nil
	}
	b.Parameterized("Item", "System.Data.DataColumn Item(int index)", byPlace)
	b.ParameterizedMore("Item", "System.Data.DataColumn Item(string name)", dotnet.Give(func(c *value.Call) value.Value {
		return columnValue(columnsOf(c).column(dotnet.TextArg(c, 0)))
	}))
	loadColumnAdding(b)
	b.Method("void Remove(System.Data.DataColumn column)", dotnet.Run(func(c *value.Call) { columnsOf(c).removeColumn(dotnet.Of[*Column](c.Args[0])) }))
	remove := dotnet.Do(func(c *value.Call) error {
		column, err := columnsOf(c).mustColumn(c.Args[0])
		if err == nil {
			columnsOf(c).removeColumn(column)
		}
		return err
	})
	b.Method("void Remove(string name)", remove)
	b.Method("void RemoveAt(int index)", remove)
	b.Method("bool CanRemove(System.Data.DataColumn column)", dotnet.Give(func(c *value.Call) value.Value {
		column := dotnet.Of[*Column](c.Args[0])
		return value.Bool(column != nil && column.table == columnsOf(c))
	}))
	b.Method("void Clear()", dotnet.Run(func(c *value.Call) {
		for _, column := range columnsOf(c).columns {
			column.table = nil
		}
		columnsOf(c).columns = nil
	}))
	b.Method("bool Contains(string name)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(columnsOf(c).column(dotnet.TextArg(c, 0)) != nil) }))
	b.Method("int IndexOf(string columnName)", dotnet.Give(func(c *value.Call) value.Value {
		column := columnsOf(c).column(dotnet.TextArg(c, 0))
		if column == nil {
			return value.Int(-1)
		}
		return value.Int(column.ordinal())
	}))
	b.Method("int IndexOf(System.Data.DataColumn column)", dotnet.Give(func(c *value.Call) value.Value {
		column := dotnet.Of[*Column](c.Args[0])
		if column == nil || column.table != columnsOf(c) {
			return value.Int(-1)
		}
		return value.Int(column.ordinal())
	}))
}

func columnValue(c *Column) value.Value {
	if c == nil {
		return value.Null
	}
	return value.Obj(c)
}

func loadColumnAdding(b dotnet.Rows) {
	b.Method("void Add(System.Data.DataColumn column)", dotnet.Do(func(c *value.Call) error {
		column := dotnet.Of[*Column](c.Args[0])
		if column == nil {
			return dotnet.ErrNullArgument("column")
		}
		return columnsOf(c).add(column)
	}))
	added := func(c *value.Call) (value.Value, error) {
		column := newColumn("", value.TypeString)
		if len(c.Args) > 0 {
			column.name = dotnet.TextArg(c, 0)
		}
		if len(c.Args) > 1 {
			if column.dataType = dotnet.Of[*value.Type](c.Args[1]); column.dataType == nil {
				return value.Null, dotnet.ErrNullArgument("dataType")
			}
		}
		if len(c.Args) > 2 {
			if err := column.setExpression(dotnet.TextArg(c, 2)); err != nil {
				return value.Null, err
			}
		}
		return value.Obj(column), columnsOf(c).add(column)
	}
	for _, params := range [...]string{"string columnName, type type, string expression", "string columnName, type type", "string columnName", ""} {
		b.Method("System.Data.DataColumn Add("+params+")", added)
	}
	b.Method("void AddRange(System.Data.DataColumn[] columns)", dotnet.Do(func(c *value.Call) error {
		for _, v := range dotnet.ItemsOf(c.Args[0]) {
			if column := dotnet.Of[*Column](v); column != nil {
				if err := columnsOf(c).add(column); err != nil {
					return err
				}
			}
		}
		return nil
	}))
}

// loadCounted fills what the collections of System.Data share.
func loadCounted(b dotnet.Rows, count func(v value.Value) int) {
	b.Get("int Count", func(v value.Value) value.Value { return value.Int(count(v)) })
	b.Get("bool IsReadOnly", func(value.Value) value.Value { return value.False })
	b.Get("bool IsSynchronized", func(value.Value) value.Value { return value.False })
	b.Get("System.Object SyncRoot", func(v value.Value) value.Value { return v })
	b.Method("void CopyTo(array ar, int index)", dotnet.Do(func(c *value.Call) error {
		to, items, at := dotnet.Of[*value.Array](c.Args[0]), dotnet.ItemsOf(c.This), dotnet.IntArg(c, 1)
		if to == nil {
			return dotnet.ErrNullArgument("array")
		}
		if at < 0 || at+len(items) > len(to.Items) {
			return dotnet.Throw(dotnet.ExArgument, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
		}
		copy(to.Writable()[at:], items)
		return nil
	}))
}
