package data

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// rowList is a DataRowCollection: the live rows of a table.
type rowList struct{ t *Table }

// PSType returns DataRowCollection.
func (rowList) PSType() *value.Type { return typeRows }

// Enumerate calls yield for each row and fails when rows come or go meanwhile.
func (l rowList) Enumerate(yield func(value.Value) error) error {
	n := len(l.t.rows)
	for i := 0; i < n; i++ {
		if len(l.t.rows) != n {
			return dotnet.Throw(dotnet.ExInvalidOperation, "Collection was modified; enumeration operation might not execute.")
		}
		if err := yield(value.Obj(l.t.rows[i])); err != nil {
			return err
		}
	}
	return nil
}

func rowsOf(c *value.Call) *Table { return dotnet.Of[rowList](c.This).t }

// errNoRow is the error of a place without a row.
func errNoRow(n int) error {
	return dotnet.Throw(dotnet.ExIndexRange, "There is no row at position %d.", n)
}

func loadRows(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadCounted(b, func(v value.Value) int { return len(dotnet.Of[rowList](v).t.rows) })
	b.Parameterized("Item", "System.Data.DataRow Item(int index)", func(c *value.Call) (value.Value, error) {
		n := dotnet.IntArg(c, 0)
		if n < 0 || n >= len(rowsOf(c).rows) {
			return value.Null, errNoRow(n)
		}
		return value.Obj(rowsOf(c).rows[n]), nil
	})
	loadRowAdding(b)
	loadRowRemoval(b)
	loadRowSearch(b)
	b.Method("int IndexOf(System.Data.DataRow row)", dotnet.Give(func(c *value.Call) value.Value {
		for i, r := range rowsOf(c).rows {
			if r == dotnet.Of[*Row](c.Args[0]) {
				return value.Int(i)
			}
		}
		return value.Int(-1)
	}))
}

func loadRowAdding(b dotnet.Rows) {
	insert := func(c *value.Call, at int) error {
		r := dotnet.Of[*Row](c.Args[0])
		if r == nil {
			return dotnet.ErrNullArgument("row")
		}
		return rowsOf(c).insert(c.Env, r, at)
	}
	b.Method("void Add(System.Data.DataRow row)", dotnet.Do(func(c *value.Call) error { return insert(c, len(rowsOf(c).rows)) }))
	b.Method("System.Data.DataRow Add(params System.Object[] values)", func(c *value.Call) (value.Value, error) {
		t := rowsOf(c)
		r := t.newRow()
		err := r.setItems(c.Env, dotnet.ItemsOf(c.Args[0]))
		if err == nil {
			err = t.insert(c.Env, r, len(t.rows))
		}
		return value.Obj(r), err
	})
	b.Method("void InsertAt(System.Data.DataRow row, int pos)", dotnet.Do(func(c *value.Call) error {
		return insert(c, max(0, min(dotnet.IntArg(c, 1), len(rowsOf(c).rows))))
	}))
}

func loadRowRemoval(b dotnet.Rows) {
	b.Method("void Remove(System.Data.DataRow row)", dotnet.Do(func(c *value.Call) error {
		r := dotnet.Of[*Row](c.Args[0])
		if r == nil || r.table != rowsOf(c) || r.state == stateDetached {
			return dotnet.Throw(dotnet.ExIndexRange, "The given DataRow is not in the current DataRowCollection.")
		}
		r.table.drop(r)
		r.state = stateDetached
		return nil
	}))
	b.Method("void RemoveAt(int index)", dotnet.Do(func(c *value.Call) error {
		n := dotnet.IntArg(c, 0)
		if n < 0 || n >= len(rowsOf(c).rows) {
			return errNoRow(n)
		}
		r := rowsOf(c).rows[n]
		r.table.drop(r)
		r.state = stateDetached
		return nil
	}))
	b.Method("void Clear()", dotnet.Run(func(c *value.Call) { rowsOf(c).clear() }))
}

// loadRowSearch adds the look-ups by primary key.
func loadRowSearch(b dotnet.Rows) {
	find := func(c *value.Call, key []value.Value) (*Row, error) {
		t := rowsOf(c)
		if len(t.key) == 0 {
			return nil, dotnet.Throw(exMissingKey, "Table doesn't have a primary key.")
		}
		if len(key) != len(t.key) {
			return nil, dotnet.Throw(dotnet.ExArgument, "Expecting %d value(s) for the key being indexed, but received %d value(s).", len(t.key), len(key))
		}
		wanted := make([]value.Value, len(key))
		for i, column := range t.key {
			v, err := column.take(c.Env, key[i])
			if err != nil {
				return nil, err
			}
			wanted[i] = v
		}
		return t.find(c.Env, wanted), nil
	}
	for params, key := range map[string]func(c *value.Call) []value.Value{
		"System.Object key":    func(c *value.Call) []value.Value { return c.Args[:1] },
		"System.Object[] keys": func(c *value.Call) []value.Value { return dotnet.ItemsOf(c.Args[0]) },
	} {
		b.Method("System.Data.DataRow Find("+params+")", func(c *value.Call) (value.Value, error) {
			r, err := find(c, key(c))
			if r == nil {
				return value.Null, err
			}
			return value.Obj(r), err
		})
		b.Method("bool Contains("+params+")", func(c *value.Call) (value.Value, error) {
			r, err := find(c, key(c))
			return value.Bool(r != nil), err
		})
	}
}
