package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/validation"
	"exolab/runtime/value"
)

// runtimeParameter is a RuntimeDefinedParameter: what a dynamicparam block
// declares.
type runtimeParameter struct {
	value.Extended
	name       string
	typ        *value.Type
	attributes value.Value
	held       value.Value
	isSet      bool
}

// declaredParameter is [Parameter()] as an object.
type declaredParameter struct {
	value.Extended
	set ParamSet
}

// namesAttribute is [Alias()] or [ValidateSet()] as an object.
type namesAttribute struct {
	value.Extended
	t     *value.Type
	names []string
}

var (
	typeRuntimeParameter   = engineType("RuntimeDefinedParameter", loadRuntimeParameter)
	typeRuntimeDictionary  = engineType("RuntimeDefinedParameterDictionary", loadRuntimeDictionary)
	typeParameterAttribute = engineType("ParameterAttribute", loadParameterAttribute)
	typeAliasAttribute     = engineType("AliasAttribute", loadNamesAttribute)
	typeValidateSet        = engineType("ValidateSetAttribute", loadNamesAttribute)
)

// PSType returns RuntimeDefinedParameter.
func (p *runtimeParameter) PSType() *value.Type { return typeRuntimeParameter }

// PSType returns ParameterAttribute.
func (p *declaredParameter) PSType() *value.Type { return typeParameterAttribute }

// PSType returns the attribute's type.
func (a *namesAttribute) PSType() *value.Type { return a.t }

func loadRuntimeParameter(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Constructor("()", func(*value.Call) (value.Value, error) {
		return value.Obj(&runtimeParameter{typ: value.TypeObject, attributes: value.Obj(dotnet.NewCollection(nil))}), nil
	})
	r.Constructor("(string name, type parameterType, System.Object attributes)", func(c *value.Call) (value.Value, error) {
		p := &runtimeParameter{name: c.Args[0].Text(), typ: value.TypeObject, attributes: c.Args[2]}
		if typ, ok := value.As[*value.Type](c.Args[1]); ok {
			p.typ = typ
		}
		return value.Obj(p), nil
	})
	field(r, "string Name", func(p *runtimeParameter) value.Value { return value.Str(p.name) }, func(p *runtimeParameter, v value.Value) { p.name = v.Text() })
	field(r, "System.Object Value", func(p *runtimeParameter) value.Value { return p.held }, func(p *runtimeParameter, v value.Value) { p.held = v })
	field(r, "bool IsSet", func(p *runtimeParameter) value.Value { return value.Bool(p.isSet) }, func(p *runtimeParameter, v value.Value) { p.isSet = v.AsBool() })
	field(r, "type ParameterType", func(p *runtimeParameter) value.Value { return value.Obj(p.typ) }, func(p *runtimeParameter, v value.Value) {
		if typ, ok := value.As[*value.Type](v); ok {
			p.typ = typ
		}
	})
	field(r, "System.Object Attributes", func(p *runtimeParameter) value.Value { return p.attributes }, nil)
}

// field adds a property that reads and writes a Go field; a nil set makes it
// read-only.
func field[T value.Object](r dotnet.Rows, sig string, get func(T) value.Value, set func(T, value.Value)) {
	var write func(env value.Env, this, to value.Value) error
	if set != nil {
		write = func(_ value.Env, this, to value.Value) error {
			o, _ := value.As[T](this)
			set(o, to)
			return nil
		}
	}
	r.Property(sig, func(_ value.Env, this value.Value) (value.Value, error) {
		o, _ := value.As[T](this)
		return get(o), nil
	}, write)
}

func loadRuntimeDictionary(t *value.Type, m *value.Members) {
	dotnet.NewRows(t, m).Constructor("()", func(*value.Call) (value.Value, error) {
		return value.Obj(&value.Dict{T: t}), nil
	})
}

func loadParameterAttribute(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Constructor("()", func(*value.Call) (value.Value, error) {
		return value.Obj(&declaredParameter{set: ParamSet{Name: AllSets, Position: -1}}), nil
	})
	flag := func(name string, at func(*declaredParameter) *bool) {
		field(r, "bool "+name, func(a *declaredParameter) value.Value { return value.Bool(*at(a)) },
			func(a *declaredParameter, v value.Value) { *at(a) = value.Truth(v) })
	}
	flag("Mandatory", func(a *declaredParameter) *bool { return &a.set.Mandatory })
	flag("ValueFromPipeline", func(a *declaredParameter) *bool { return &a.set.Pipeline })
	flag("ValueFromPipelineByPropertyName", func(a *declaredParameter) *bool { return &a.set.PipelineByName })
	flag("ValueFromRemainingArguments", func(a *declaredParameter) *bool { return &a.set.Remaining })
	field(r, "int Position", func(a *declaredParameter) value.Value { return value.Int(a.set.Position) },
		func(a *declaredParameter, v value.Value) { a.set.Position = int(v.Int64()) })
	field(r, "string ParameterSetName", func(a *declaredParameter) value.Value { return value.Str(a.set.Name) },
		func(a *declaredParameter, v value.Value) { a.set.Name = v.Text() })
	field(r, "string HelpMessage", func(a *declaredParameter) value.Value { return value.Str(a.set.HelpMessage) },
		func(a *declaredParameter, v value.Value) { a.set.HelpMessage = v.Text() })
}

func loadNamesAttribute(t *value.Type, m *value.Members) {
	dotnet.NewRows(t, m).Constructor("(params string[] names)", func(c *value.Call) (value.Value, error) {
		a := &namesAttribute{t: t}
		list, _ := value.ListItems(c.Args[0])
		for _, v := range list {
			a.names = append(a.names, v.Text())
		}
		return value.Obj(a), nil
	})
}

// DynamicParameters runs the dynamicparam block and returns the parameters
// that it declares.
func (e *blockExecutable) DynamicParameters(ctx *Context) ([]*Param, error) {
	v, err := e.DynamicParams(ctx)
	if err != nil {
		return nil, err
	}
	d, ok := value.As[*value.Dict](v)
	if !ok {
		return nil, nil
	}
	d.Each(func(_, entry value.Value) bool {
		if p, ok := value.As[*runtimeParameter](entry); ok {
			e.declared = append(e.declared, p)
			e.dynamic = append(e.dynamic, p.param())
		}
		return true
	})
	return e.dynamic, nil
}

// param is the formal parameter that the object describes.
func (p *runtimeParameter) param() *Param {
	out := &Param{Name: p.name, Type: p.typ, HasType: p.typ != value.TypeObject, Switch: p.typ == value.TypeSwitch, Dynamic: true}
	_ = forEachItem(p.attributes, func(v value.Value) error {
		switch a := v.Object().(type) {
		case *declaredParameter:
			out.Sets = append(out.Sets, a.set)
		case *namesAttribute:
			if a.t == typeAliasAttribute {
				out.Aliases = append(out.Aliases, a.names...)
			} else {
				out.Attributes = append(out.Attributes, &validation.Set{Values: a.names})
			}
		case ParamAttribute:
			out.Attributes = append(out.Attributes, a)
		}
		return nil
	})
	if len(out.Sets) == 0 {
		out.Sets = []ParamSet{{Name: AllSets, Position: -1}}
	}
	return out
}
