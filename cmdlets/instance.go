package cmdlets

import (
	"reflect"

	"exolab/runtime"
	"exolab/runtime/value"
)

// instance is one invocation of a cmdlet.
type instance struct {
	object any
	fields []field
	// places are pointers to the fields of object, by parameter, taken when
	// first needed.
	places []any
	// dynamic is the struct of dynamic parameters, if the cmdlet has one.
	dynamic *instance
	// firstDynamic is the index of its first parameter.
	firstDynamic int
	begin        Beginner
	process      Processor
	end          Ender
	clean        Cleaner
}

func (c *compiled) instance() runtime.Executable {
	c.metadata()
	return newInstance(c.spec.New(), c.layout.fields)
}

func newInstance(object any, fields []field) *instance {
	i := &instance{object: object, fields: fields}
	i.begin, _ = object.(Beginner)
	i.process, _ = object.(Processor)
	i.end, _ = object.(Ender)
	i.clean, _ = object.(Cleaner)
	return i
}

// Begin runs the cmdlet's Begin, if it has one.
func (i *instance) Begin(ctx *runtime.Context) error {
	if i.begin == nil {
		return nil
	}
	return i.begin.Begin(ctx)
}

// Process runs the cmdlet's Process, if it has one.
func (i *instance) Process(ctx *runtime.Context) error {
	if i.process == nil {
		return nil
	}
	return i.process.Process(ctx)
}

// End runs the cmdlet's End, if it has one.
func (i *instance) End(ctx *runtime.Context) error {
	if i.end == nil {
		return nil
	}
	return i.end.End(ctx)
}

// Clean runs the cmdlet's Clean, if it has one.
func (i *instance) Clean(ctx *runtime.Context) error {
	if i.clean == nil {
		return nil
	}
	return i.clean.Clean(ctx)
}

// place returns a pointer to the field of a parameter.
func (i *instance) place(param int) any {
	if i.places == nil {
		i.places = make([]any, len(i.fields))
	}
	if i.places[param] == nil {
		i.places[param] = reflect.ValueOf(i.object).Elem().FieldByIndex(i.fields[param].index).Addr().Interface()
	}
	return i.places[param]
}

// Bind stores a parameter's value in its field.
func (i *instance) Bind(param int, v value.Value) error {
	if param >= len(i.fields) {
		if i.dynamic != nil {
			return i.dynamic.Bind(i.dynamicIndex(param), v)
		}
		return nil
	}
	store(i.place(param), v)
	return nil
}

// Unbind takes back what the pipeline gave a parameter.
func (i *instance) Unbind(param int) error {
	if param < len(i.fields) {
		p := reflect.ValueOf(i.object).Elem().FieldByIndex(i.fields[param].index)
		p.SetZero()
	}
	return nil
}

// store writes v, which has the parameter's type already, into a field.
func store(place any, v value.Value) {
	switch p := place.(type) {
	case *value.Value:
		*p = v
	case *string:
		*p = v.Text()
	case *Switch:
		*p = Switch(isOn(v))
	case *bool:
		*p = isOn(v)
	case *int:
		*p = int(value.Unwrap(v).Int64())
	case *int64:
		*p = value.Unwrap(v).Int64()
	case *float64:
		*p = value.Unwrap(v).Float()
	case *[]string:
		*p = texts(v)
	case *[]value.Value:
		*p = items(v)
	case *[]int:
		list := items(v)
		*p = make([]int, len(list))
		for i := range list {
			(*p)[i] = int(list[i].Int64())
		}
	case **runtime.ScriptBlock:
		*p, _ = value.As[*runtime.ScriptBlock](value.Unwrap(v))
	case **value.Dict:
		*p, _ = value.As[*value.Dict](value.Unwrap(v))
	case **value.Type:
		*p, _ = value.As[*value.Type](value.Unwrap(v))
	default:
		storePointer(place, v)
	}
}

// storePointer writes v into a field that is nil until it is given.
func storePointer(place any, v value.Value) {
	v = value.Unwrap(v)
	switch p := place.(type) {
	case **string:
		text := v.Text()
		*p = &text
	case **int:
		n := int(v.Int64())
		*p = &n
	case **int64:
		n := v.Int64()
		*p = &n
	case **bool:
		on := isOn(v)
		*p = &on
	case **float64:
		n := v.Float()
		*p = &n
	}
}

func isOn(v value.Value) bool {
	if on, ok := value.AsSwitch(value.Unwrap(v)); ok {
		return on
	}
	return v.Kind() == value.KindBool && v.AsBool()
}

func items(v value.Value) []value.Value {
	switch o := value.Unwrap(v).Object().(type) {
	case *value.Array:
		return o.Items
	case *value.Sequence:
		return o.Items
	}
	if v.IsNull() {
		return nil
	}
	return []value.Value{v}
}

func texts(v value.Value) []string {
	list := items(v)
	if list == nil {
		return nil
	}
	out := make([]string, len(list))
	for i, item := range list {
		out[i] = value.Unwrap(item).Text()
	}
	return out
}
