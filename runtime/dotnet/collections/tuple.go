package collections

import (
	"slices"
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Tuple is a Tuple or ValueTuple.
type Tuple struct {
	value.Extended
	T     *value.Type
	Items []value.Value
}

// PSType returns the tuple's type.
func (t *Tuple) PSType() *value.Type { return t.T }

// Elements returns the items as an index finds them.
func (t *Tuple) Elements() []value.Value { return t.Items }

func tupleDefinitions(base string, of *value.Type) []*value.Type {
	var out []*value.Type
	for n := 1; n <= 7; n++ {
		name := base + "`" + strconv.Itoa(n)
		out = append(out, &value.Type{Name: name, FullName: "System." + name, Kind: value.KindObject, Base: of, IsGenericDefinition: true})
	}
	return out
}

var (
	tupleTypes      = tupleDefinitions("Tuple", value.TypeObject)
	valueTupleTypes = tupleDefinitions("ValueTuple", value.TypeValueType)
	typeTuple       = &value.Type{Name: "Tuple", FullName: "System.Tuple", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}
	typeValueTuple  = &value.Type{Name: "ValueTuple", FullName: "System.ValueTuple", Kind: value.KindObject, Base: value.TypeValueType, IsAbstract: true}
)

// NewValueTuple returns a ValueTuple of up to seven values.
func NewValueTuple(items ...value.Value) value.Value { return newTuple(valueTupleTypes, items) }

func newTuple(definitions []*value.Type, items []value.Value) value.Value {
	args := make([]*value.Type, len(items))
	for i, v := range items {
		if args[i] = value.TypeOf(v); args[i] == nil {
			args[i] = value.TypeObject
		}
	}
	return value.Obj(&Tuple{T: value.GenericOf(definitions[len(items)-1], args...), Items: items})
}

func tupleRows() []dotnet.TypeRow {
	rows := []dotnet.TypeRow{{Type: typeTuple, Load: loadTupleStatics("Tuple", tupleTypes)}, {Type: typeValueTuple, Load: loadTupleStatics("ValueTuple", valueTupleTypes)}}
	for _, t := range append(tupleTypes[:7:7], valueTupleTypes...) {
		rows = append(rows, dotnet.TypeRow{Type: t, Load: loadTuple})
	}
	return rows
}

func loadTupleStatics(name string, definitions []*value.Type) func(*value.Type, *value.Members) {
	return func(t *value.Type, m *value.Members) {
		b := dotnet.NewRows(t, m)
		params := []string{}
		for n := 1; n <= 7; n++ {
			params = append(params, "System.Object item"+strconv.Itoa(n))
			b.Static("System."+name+" Create("+strings.Join(params, ", ")+")", dotnet.Give(func(c *value.Call) value.Value { return newTuple(definitions, slices.Clone(c.Args)) }))
		}
	}
}

func loadTuple(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	params := make([]string, len(t.Args))
	for i, arg := range t.Args {
		item := "Item" + strconv.Itoa(i+1)
		b.Get(dotnet.ShortName(arg)+" "+item, func(v value.Value) value.Value { return dotnet.Of[*Tuple](v).Items[i] })
		params[i] = "T" + strconv.Itoa(i+1) + " item" + strconv.Itoa(i+1)
	}
	b.Get("int Length", func(v value.Value) value.Value { return value.Int(len(dotnet.Of[*Tuple](v).Items)) })
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value {
		return value.Str("(" + dotnet.JoinText(c.Env, ", ", dotnet.Of[*Tuple](c.This).Items) + ")")
	}))
	if len(params) > 0 {
		b.Constructor("("+strings.Join(params, ", ")+")", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(&Tuple{T: c.Type, Items: slices.Clone(c.Args)}) }))
	}
}
