package data

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Column is a DataColumn.
type Column struct {
	value.Extended
	table *Table
	// slot is where rows keep the column's values; it is never given again.
	slot int

	name, caption, namespace, prefix string
	dataType                         *value.Type
	allowNull, readOnly, unique      bool
	initial                          value.Value
	maxLength                        int
	auto                             autoIncrement
	expression                       string
	compute                          node
	extra                            *value.Dict
}

// autoIncrement numbers the rows of a column.
type autoIncrement struct {
	on         bool
	next, step int64
	seed       int64
}

func newColumn(name string, t *value.Type) *Column {
	return &Column{name: name, dataType: t, allowNull: true, initial: value.DBNull, maxLength: -1,
		auto: autoIncrement{step: 1}, extra: &value.Dict{T: typePropertyCollection, CaseSensitive: true}}
}

var typePropertyCollection = &value.Type{Name: "PropertyCollection", FullName: "System.Data.PropertyCollection", Kind: value.KindObject, Base: value.TypeHashtable,
	Interfaces: value.TypeHashtable.Interfaces}

// PSType returns DataColumn.
func (*Column) PSType() *value.Type { return typeColumn }

// String is the column's name.
func (c *Column) String() string {
	if c.expression != "" {
		return c.name + " + " + c.expression
	}
	return c.name
}

func (c *Column) ordinal() int {
	if c.table != nil {
		for i, other := range c.table.columns {
			if other == c {
				return i
			}
		}
	}
	return -1
}

// first is what the column gives a new row.
func (c *Column) first() value.Value {
	if !c.auto.on {
		return c.initial
	}
	n := c.auto.next
	c.auto.next += c.auto.step
	if c.dataType.Kind == value.KindInt64 {
		return value.Long(n)
	}
	return value.Int(int(n))
}

// clone copies the column's shape, without its values.
func (c *Column) clone() *Column {
	made := *c
	made.Extended, made.table, made.slot = value.Extended{}, nil, 0
	made.auto.next = made.auto.seed
	return &made
}

// take converts a value to the column's type, as storing it does.
func (c *Column) take(env value.Env, v value.Value) (value.Value, error) {
	if v.IsNull() {
		if c.dataType.IsValueType {
			return v, dotnet.Throw(dotnet.ExArgument, "Cannot set Column '%s' to be null. Please use DBNull instead.", c.name)
		}
		return value.DBNull, nil
	}
	if value.IsDBNull(v) || c.dataType == value.TypeObject {
		return v, nil
	}
	if c.dataType == value.TypeString {
		text := value.Str(dotnet.ToText(env, v))
		if c.maxLength >= 0 && len(value.Units(text.Text())) > c.maxLength {
			return v, dotnet.Throw(dotnet.ExArgument, "Cannot set column '%s'. The value violates the MaxLength limit of this column.", c.name)
		}
		return text, nil
	}
	read := dotnet.CastTo
	if v.Kind() == value.KindString {
		read = dotnet.ParseText
	}
	got, err := read(env, v, c.dataType)
	if err != nil {
		return v, c.errStore(env, v, err)
	}
	return got, nil
}

// errStore says that a value is not of the column's type.
func (c *Column) errStore(env value.Env, v value.Value, cause error) error {
	message := ""
	if e, ok := cause.(*value.Exception); ok && v.Kind() == value.KindString {
		for e.Inner != nil {
			e = e.Inner
		}
		message = e.Message
	} else {
		message = "Unable to cast object of type '" + value.TypeOf(v).FullName + "' to type 'System.IConvertible'."
	}
	return dotnet.Throw(dotnet.ExArgument, "%sCouldn't store <%s> in %s Column.  Expected type is %s.", message, dotnet.ToText(env, v), c.name, c.dataType.Name)
}

func loadColumn(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	col := dotnet.Of[*Column]
	flag := func(name string, of func(c *Column) *bool) {
		b.Property("bool "+name, func(_ value.Env, v value.Value) (value.Value, error) { return value.Bool(*of(col(v))), nil },
			func(_ value.Env, v, to value.Value) error { *of(col(v)) = to.AsBool(); return nil })
	}
	text := func(name string, of func(c *Column) *string) {
		b.Property("string "+name, func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(*of(col(v))), nil },
			func(_ value.Env, v, to value.Value) error { *of(col(v)) = to.Text(); return nil })
	}
	flag("AllowDBNull", func(c *Column) *bool { return &c.allowNull })
	loadAutoIncrement(b)
	b.Property("string Caption", func(_ value.Env, v value.Value) (value.Value, error) {
		return value.Str(firstText(col(v).caption, col(v).name)), nil
	},
		func(_ value.Env, v, to value.Value) error { col(v).caption = to.Text(); return nil })
	b.Property("string ColumnName", func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(col(v).name), nil },
		func(_ value.Env, v, to value.Value) error { return col(v).rename(to.Text()) })
	text("Prefix", func(c *Column) *string { return &c.prefix })
	b.Property("type DataType", func(_ value.Env, v value.Value) (value.Value, error) { return value.Obj(col(v).dataType), nil },
		func(_ value.Env, v, to value.Value) error { return col(v).retype(dotnet.Of[*value.Type](to)) })
	b.Get("System.Data.DataSetDateTime DateTimeMode", func(value.Value) value.Value {
		const unspecifiedLocal = 3
		return value.Enum(dotnet.MustType("System.Data.DataSetDateTime"), unspecifiedLocal)
	})
	b.Property("System.Object DefaultValue", func(_ value.Env, v value.Value) (value.Value, error) { return col(v).initial, nil },
		func(env value.Env, v, to value.Value) (err error) {
			col(v).initial, err = col(v).take(env, to)
			return err
		})
	b.Property("string Expression", func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(col(v).expression), nil },
		func(_ value.Env, v, to value.Value) error { return col(v).setExpression(to.Text()) })
	b.Get("System.Data.PropertyCollection ExtendedProperties", func(v value.Value) value.Value { return value.Obj(col(v).extra) })
	b.Property("int MaxLength", func(_ value.Env, v value.Value) (value.Value, error) { return value.Int(col(v).maxLength), nil },
		func(_ value.Env, v, to value.Value) error { col(v).maxLength = int(to.Int64()); return nil })
	text("Namespace", func(c *Column) *string { return &c.namespace })
	b.Get("int Ordinal", func(v value.Value) value.Value { return value.Int(col(v).ordinal()) })
	flag("ReadOnly", func(c *Column) *bool { return &c.readOnly })
	b.Get("System.Data.DataTable Table", func(v value.Value) value.Value { return tableValue(col(v).table) })
	b.Property("bool Unique", func(_ value.Env, v value.Value) (value.Value, error) { return value.Bool(col(v).unique), nil },
		func(env value.Env, v, to value.Value) error { return col(v).setUnique(env, to.AsBool()) })
	b.Get("System.Data.MappingType ColumnMapping", func(value.Value) value.Value {
		return value.Enum(dotnet.MustType("System.Data.MappingType"), 1)
	})
	for _, none := range [...]string{"System.ComponentModel.ISite Site", "System.ComponentModel.IContainer Container"} {
		b.Get(none, func(value.Value) value.Value { return value.Null })
	}
	b.Get("bool DesignMode", func(value.Value) value.Value { return value.False })
	loadColumnMethods(b)
}

func firstText(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func loadColumnMethods(b dotnet.Rows) {
	b.Method("void SetOrdinal(int ordinal)", dotnet.Do(func(c *value.Call) error {
		return dotnet.Of[*Column](c.This).move(dotnet.IntArg(c, 0))
	}))
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(dotnet.Of[*Column](c.This).String()) }))
	made := func(c *value.Call) (value.Value, error) {
		column := newColumn("", value.TypeString)
		if len(c.Args) > 0 {
			column.name = dotnet.TextArg(c, 0)
		}
		if len(c.Args) > 1 {
			if c.Args[1].IsNull() {
				return value.Null, dotnet.ErrNullArgument("dataType")
			}
			column.dataType = dotnet.Of[*value.Type](c.Args[1])
		}
		if len(c.Args) > 2 {
			return value.Obj(column), column.setExpression(dotnet.TextArg(c, 2))
		}
		return value.Obj(column), nil
	}
	for _, params := range [...]string{"()", "(string columnName)", "(string columnName, type dataType)", "(string columnName, type dataType, string expr)"} {
		b.Constructor(params, made)
	}
}

func loadAutoIncrement(b dotnet.Rows) {
	col := dotnet.Of[*Column]
	b.Property("bool AutoIncrement", func(_ value.Env, v value.Value) (value.Value, error) { return value.Bool(col(v).auto.on), nil },
		func(_ value.Env, v, to value.Value) error {
			c := col(v)
			if c.auto.on = to.AsBool(); c.auto.on && c.dataType != value.TypeInt64 {
				c.dataType = value.TypeInt32
			}
			return nil
		})
	b.Property("long AutoIncrementSeed", func(_ value.Env, v value.Value) (value.Value, error) { return value.Long(col(v).auto.seed), nil },
		func(_ value.Env, v, to value.Value) error {
			col(v).auto.seed, col(v).auto.next = to.Int64(), to.Int64()
			return nil
		})
	b.Property("long AutoIncrementStep", func(_ value.Env, v value.Value) (value.Value, error) { return value.Long(col(v).auto.step), nil },
		func(_ value.Env, v, to value.Value) error { col(v).auto.step = to.Int64(); return nil })
}

// rename gives the column another name, which must be free in its table.
func (c *Column) rename(name string) error {
	if c.table != nil {
		if other := c.table.column(name); other != nil && other != c {
			return errColumnExists(name)
		}
	}
	c.name = name
	return nil
}

// retype changes the type of a column that holds no values yet.
func (c *Column) retype(t *value.Type) error {
	if c.table != nil && len(c.table.rows) > 0 && t != c.dataType {
		return dotnet.Throw(dotnet.ExArgument, "Cannot change DataType of a column once it has data.")
	}
	c.dataType = t
	return nil
}

func (c *Column) setExpression(text string) error {
	if strings.TrimSpace(text) == "" {
		c.expression, c.compute = "", nil
		return nil
	}
	compute, err := parseExpression(text)
	if err != nil {
		return err
	}
	c.expression, c.compute, c.readOnly = text, compute, true
	return nil
}

// setUnique lets the column hold each value once; rows that are there must
// already keep to it.
func (c *Column) setUnique(env value.Env, on bool) error {
	if on && c.table != nil {
		seen := &value.Dict{T: value.TypeHashtable}
		for _, r := range c.table.rows {
			v, err := r.at(env, c)
			if err != nil {
				return err
			}
			if _, known := seen.Get(v); known {
				return dotnet.Throw("System.Data.InvalidConstraintException", "Column '%s' contains non-unique values.", c.name)
			}
			seen.Set(v, value.True)
		}
	}
	c.unique = on
	return nil
}

// move puts the column at another place of its table.
func (c *Column) move(to int) error {
	if c.table == nil || to < 0 || to >= len(c.table.columns) {
		return dotnet.Throw(dotnet.ExArgumentRange, "Specified argument was out of the range of valid values.")
	}
	rest := make([]*Column, 0, len(c.table.columns))
	for _, other := range c.table.columns {
		if other != c {
			rest = append(rest, other)
		}
	}
	c.table.columns = append(rest[:to:to], append([]*Column{c}, rest[to:]...)...)
	return nil
}
