package cmdlets

import (
	"fmt"
	"reflect"
	"slices"

	"exolab/runtime"
	"exolab/runtime/value"
)

// layout is what the tags of a cmdlet struct say, read once.
type layout struct {
	fields []field
}

// layoutOf reads the tags of the struct that prototype points to. A parameter
// is a tagged field of the struct itself or of a struct embedded in it; those of
// an embedded struct stand where it is embedded.
func layoutOf(prototype any) (*layout, error) {
	t := reflect.TypeOf(prototype)
	if t == nil || t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct {
		return nil, fmt.Errorf("%T is not a pointer to a struct", prototype)
	}
	l := &layout{}
	if err := l.read(t.Elem(), nil); err != nil {
		return nil, err
	}
	return l, nil
}

// read adds the tagged fields of a struct that lies at a path of field indexes.
func (l *layout) read(t reflect.Type, path []int) error {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(slices.Clone(path), i)
		_, tagged := f.Tag.Lookup("ps")
		switch {
		case f.Anonymous && !tagged && f.Type.Kind() == reflect.Struct:
			if err := l.read(f.Type, at); err != nil {
				return err
			}
			continue
		case !tagged:
			continue
		case !f.IsExported():
			return fmt.Errorf("field %s is tagged but not exported", f.Name)
		}
		read, err := readTag(at, f)
		if err != nil {
			return err
		}
		l.fields = append(l.fields, read)
	}
	return nil
}

// resolve gives the parameters their .NET types. A parameter whose type is not
// known takes anything; the error says so.
func (l *layout) resolve(s *runtime.Session, prototype any) error {
	var unknown error
	t := reflect.TypeOf(prototype).Elem()
	for i := range l.fields {
		f := &l.fields[i]
		goType := t.FieldByIndex(f.index).Type
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
