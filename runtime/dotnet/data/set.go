package data

import (
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Set is a DataSet: tables by name.
type Set struct {
	value.Extended
	name          string
	tables        []*Table
	caseSensitive bool
	extra         *value.Dict
}

// PSType returns DataSet.
func (*Set) PSType() *value.Type { return typeSet }

func setValue(s *Set) value.Value {
	if s == nil {
		return value.Null
	}
	return value.Obj(s)
}

func newSet(name string) *Set {
	return &Set{name: name, extra: &value.Dict{T: typePropertyCollection, CaseSensitive: true}}
}

func (s *Set) table(name string) *Table {
	for _, t := range s.tables {
		if strings.EqualFold(t.name, name) {
			return t
		}
	}
	return nil
}

// add puts a table into the set; one without a name gets one.
func (s *Set) add(t *Table) error {
	switch {
	case t.set == s:
		return dotnet.Throw(dotnet.ExArgument, "DataTable already belongs to this DataSet.")
	case t.set != nil:
		return dotnet.Throw(dotnet.ExArgument, "DataTable already belongs to another DataSet.")
	case t.name == "":
		for n := len(s.tables) + 1; t.name == "" || s.table(t.name) != nil; n++ {
			t.name = "Table" + strconv.Itoa(n)
		}
	case s.table(t.name) != nil:
		return dotnet.Throw(exDuplicateName, "A DataTable named '%s' already belongs to this DataSet.", t.name)
	}
	t.set = s
	s.tables = append(s.tables, t)
	return nil
}

func (s *Set) remove(t *Table) error {
	for i, other := range s.tables {
		if other == t {
			s.tables = append(s.tables[:i:i], s.tables[i+1:]...)
			t.set = nil
			return nil
		}
	}
	return dotnet.Throw(dotnet.ExArgument, "Table %s does not belong to this DataSet.", t.name)
}

func loadSet(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	set := dotnet.Of[*Set]
	b.Property("string DataSetName", func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(set(v).name), nil },
		func(_ value.Env, v, to value.Value) error { set(v).name = to.Text(); return nil })
	b.Property("bool CaseSensitive", func(_ value.Env, v value.Value) (value.Value, error) { return value.Bool(set(v).caseSensitive), nil },
		func(_ value.Env, v, to value.Value) error { set(v).caseSensitive = to.AsBool(); return nil })
	b.Get("System.Data.DataTableCollection Tables", func(v value.Value) value.Value { return value.Obj(tableList{set(v)}) })
	b.Get("System.Data.PropertyCollection ExtendedProperties", func(v value.Value) value.Value { return value.Obj(set(v).extra) })
	each := func(name string, f func(t *Table)) {
		b.Method("void "+name+"()", dotnet.Run(func(c *value.Call) {
			for _, t := range set(c.This).tables {
				f(t)
			}
		}))
	}
	each("Clear", (*Table).clear)
	each("AcceptChanges", func(t *Table) {
		for _, r := range append([]*Row(nil), t.rows...) {
			r.accept()
		}
	})
	b.Method("void Dispose()", dotnet.Run(func(*value.Call) {}))
	loadSetCopies(b)
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(newSet("NewDataSet")) }))
	b.Constructor("(string dataSetName)", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(newSet(dotnet.TextArg(c, 0))) }))
}

func loadSetCopies(b dotnet.Rows) {
	copied := func(c *value.Call, withRows bool) (value.Value, error) {
		from := dotnet.Of[*Set](c.This)
		made := newSet(from.name)
		for _, t := range from.tables {
			other := t.shape()
			if withRows {
				if err := other.merge(c.Env, t, false); err != nil {
					return value.Null, err
				}
			}
			if err := made.add(other); err != nil {
				return value.Null, err
			}
		}
		return value.Obj(made), nil
	}
	b.Method("System.Data.DataSet Clone()", func(c *value.Call) (value.Value, error) { return copied(c, false) })
	b.Method("System.Data.DataSet Copy()", func(c *value.Call) (value.Value, error) { return copied(c, true) })
	b.Method("void Merge(System.Data.DataTable table)", dotnet.Do(func(c *value.Call) error {
		set, from := dotnet.Of[*Set](c.This), dotnet.Of[*Table](c.Args[0])
		if from == nil {
			return dotnet.ErrNullArgument("table")
		}
		to := set.table(from.name)
		if to == nil {
			to = from.shape()
			if err := set.add(to); err != nil {
				return err
			}
		}
		return to.merge(c.Env, from, true)
	}))
}

// tableList is a DataTableCollection: the live tables of a set.
type tableList struct{ s *Set }

// PSType returns DataTableCollection.
func (tableList) PSType() *value.Type { return typeTables }

// Enumerate calls yield for each table.
func (l tableList) Enumerate(yield func(value.Value) error) error {
	for _, t := range l.s.tables {
		if err := yield(value.Obj(t)); err != nil {
			return err
		}
	}
	return nil
}

func loadTables(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	set := func(c *value.Call) *Set { return dotnet.Of[tableList](c.This).s }
	loadCounted(b, func(v value.Value) int { return len(dotnet.Of[tableList](v).s.tables) })
	b.Parameterized("Item", "System.Data.DataTable Item(int index)", func(c *value.Call) (value.Value, error) {
		n := dotnet.IntArg(c, 0)
		if n < 0 || n >= len(set(c).tables) {
			return value.Null, dotnet.Throw(dotnet.ExIndexRange, "Cannot find table %d.", n)
		}
		return value.Obj(set(c).tables[n]), nil
	})
	b.ParameterizedMore("Item", "System.Data.DataTable Item(string name)", dotnet.Give(func(c *value.Call) value.Value {
		return tableValue(set(c).table(dotnet.TextArg(c, 0)))
	}))
	b.Method("void Add(System.Data.DataTable table)", dotnet.Do(func(c *value.Call) error {
		t := dotnet.Of[*Table](c.Args[0])
		if t == nil {
			return dotnet.ErrNullArgument("table")
		}
		return set(c).add(t)
	}))
	b.Method("System.Data.DataTable Add(string name)", func(c *value.Call) (value.Value, error) {
		made := newTable(dotnet.TextArg(c, 0))
		return value.Obj(made), set(c).add(made)
	})
	b.Method("System.Data.DataTable Add()", func(c *value.Call) (value.Value, error) {
		made := newTable("")
		return value.Obj(made), set(c).add(made)
	})
	b.Method("bool Contains(string name)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(set(c).table(dotnet.TextArg(c, 0)) != nil) }))
	b.Method("void Remove(System.Data.DataTable table)", dotnet.Do(func(c *value.Call) error { return set(c).remove(dotnet.Of[*Table](c.Args[0])) }))
	b.Method("void Remove(string name)", dotnet.Do(func(c *value.Call) error {
		t := set(c).table(dotnet.TextArg(c, 0))
		if t == nil {
			return dotnet.Throw(dotnet.ExArgument, "Table %s does not belong to this DataSet.", dotnet.TextArg(c, 0))
		}
		return set(c).remove(t)
	}))
	b.Method("void Clear()", dotnet.Run(func(c *value.Call) {
		for _, t := range set(c).tables {
			t.set = nil
		}
		set(c).tables = nil
	}))
}
