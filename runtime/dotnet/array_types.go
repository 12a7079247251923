package dotnet

import (
	"strings"
	"sync"

	"exolab/runtime/value"
)

var rankTypes struct {
	sync.Mutex
	made map[string]*value.Type
}

// arrayType returns the type of arrays of elem with that many dimensions.
func arrayType(elem *value.Type, rank int) *value.Type {
	if rank == 1 {
		return value.ArrayOf(elem)
	}
	suffix := "[" + strings.Repeat(",", rank-1) + "]"
	rankTypes.Lock()
	defer rankTypes.Unlock()
	if t := rankTypes.made[elem.FullName+suffix]; t != nil {
		return t
	}
	t := &value.Type{Name: elem.Name + suffix, FullName: elem.FullName + suffix, Kind: value.KindObject, Base: value.TypeArray, Elem: elem,
		Interfaces: value.TypeObjectArray.Interfaces}
	if rankTypes.made == nil {
		rankTypes.made = map[string]*value.Type{}
	}
	rankTypes.made[t.FullName] = t
	return t
}

// construct returns a generic type with its arguments.
func construct(def *value.Type, args []*value.Type) *value.Type {
	return value.GenericOf(def, args...)
}

// NewArray is [T[]]::new(length, ...).
func NewArray(env value.Env, t *value.Type, args []value.Value) (value.Value, error) {
	rank := 1 + strings.Count(t.Name[strings.LastIndexByte(t.Name, '['):], ",")
	if len(args) != rank {
		return value.Null, errNoOverload("new", len(args))
	}
	dims, size := make([]int, rank), 1
	for i, arg := range args {
		n, err := convert(env, arg, value.TypeInt32)
		if err != nil {
			return value.Null, errArgument("new", "", value.TypeInt32, arg, err)
		}
		if n.Int64() < 0 {
			return value.Null, wrapCall(".ctor", len(args), Throw(ExOverflow, "Arithmetic operation resulted in an overflow."))
		}
		dims[i] = int(n.Int64())
		size *= dims[i]
		if err := value.CheckArrayLength(int64(size)); err != nil {
			return value.Null, wrapCall(".ctor", len(args), err)
		}
	}
	a := &value.Array{Elem: t.Elem, Items: make([]value.Value, size)}
	if t.Elem == value.TypeObject {
		a.Elem = nil
	}
	zero := ZeroOf(t.Elem)
	for i := range a.Items {
		a.Items[i] = zero
	}
	if rank > 1 {
		a.SetDims(dims)
	}
	return value.Obj(a), nil
}

// ZeroOf returns the default value of a type: zero for numbers, $null for
// reference types.
func ZeroOf(t *value.Type) value.Value {
	switch {
	case !t.IsValueType:
		return value.Null
	case t.Enum != nil:
		return value.Enum(t, 0)
	case t.Zero != nil:
		return t.Zero()
	}
	switch t.Kind {
	case value.KindBool:
		return value.False
	case value.KindChar:
		return value.Char(0)
	case value.KindSingle:
		return value.Single(0)
	case value.KindDouble:
		return value.Double(0)
	case value.KindDateTime:
		return value.Date(0, 0)
	case value.KindTimeSpan:
		return value.Span(0)
	case value.KindDecimal:
		return value.DecimalOf(0)
	case value.KindObject:
		return value.Null
	}
	return value.Integer(t.Kind, 0)
}
