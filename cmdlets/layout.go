package cmdlets

import (
	"fmt"
	"reflect"

	"exolab/runtime"
	"exolab/runtime/value"
)

// layout is what the tags of a cmdlet struct say, read once.
type layout struct {
	fields []field
}

// layoutOf reads the tags of the struct that prototype points to. A parameter
// is a tagged field of the struct itself; embedded structs are not looked into.
func layoutOf(prototype any) (*layout, error) {
	t := reflect.TypeOf(prototype)
	if t == nil || t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct {
		return nil, fmt.Errorf("%T is not a pointer to a struct", prototype)
	}
	l := &layout{}
	t = t.Elem()
	for i := range t.NumField() {
		f := t.Field(i)
		if _, tagged := f.Tag.Lookup("ps"); !tagged {
			continue
		}
		if !f.IsExported() {
			return nil, fmt.Errorf("field %s is tagged but not exported", f.Name)
		}
		read, err := readTag(i, f)
		if err != nil {
			return nil, err
		}
		l.fields = append(l.fields, read)
	}
	return l, nil
}

// resolve gives the parameters their .NET types. A parameter whose type is not
// known takes anything; the error says so.
func (l *layout) resolve(s *runtime.Session, prototype any) error {
	var unknown error
	t := reflect.TypeOf(prototype).Elem()
	for i := range l.fields {
		f := &l.fields[i]
		goType := t.Field(f.index).Type
		p := f.param
		if f.typeName != "" {
			typ, ok := s.LookupType(f.typeName)
			if !ok {
				unknown = fmt.Errorf("parameter %s: unknown type %s", p.Name, f.typeName)
				typ = value.TypeObject
			}
			p.Type = typ
		} else if p.Type = typeOf(goType); p.Type == nil {
			unknown = fmt.Errorf("parameter %s: no .NET type for %s", p.Name, goType)
			p.Type = value.TypeObject
		}
		p.HasType = p.Type != value.TypeObject
		p.Switch = p.Type == value.TypeSwitch
	}
	return unknown
}

var goTypes = map[reflect.Type]*value.Type{
	reflect.TypeFor[value.Value]():          value.TypeObject,
	reflect.TypeFor[string]():               value.TypeString,
	reflect.TypeFor[bool]():                 value.TypeBoolean,
	reflect.TypeFor[int]():                  value.TypeInt32,
	reflect.TypeFor[int64]():                value.TypeInt64,
	reflect.TypeFor[float64]():              value.TypeDouble,
	reflect.TypeFor[Switch]():               value.TypeSwitch,
	reflect.TypeFor[[]value.Value]():        value.TypeObjectArray,
	reflect.TypeFor[*runtime.ScriptBlock](): value.TypeScriptBlock,
	reflect.TypeFor[*value.Dict]():          value.TypeHashtable,
	reflect.TypeFor[*value.Type]():          value.TypeType,
}

// typeOf is the .NET type that a field's Go type stands for, or nil.
func typeOf(t reflect.Type) *value.Type {
	if known := goTypes[t]; known != nil {
		return known
	}
	switch t.Kind() {
	case reflect.Pointer:
		return goTypes[t.Elem()]
	case reflect.Slice:
		if elem := goTypes[t.Elem()]; elem != nil {
			return value.ArrayOf(elem)
		}
	}
	return nil
}
