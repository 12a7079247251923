package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/validation"
	"exolab/runtime/value"
)

// parameterObject is one parameter as Get-Command shows it: ParameterMetadata
// (in all sets) or CommandParameterInfo (in one).
type parameterObject struct {
	param *Param
	set   *ParamSet
}

var (
	typeParameterMetadata = automationType("ParameterMetadata", value.TypeObject)
	typeParameterInfo     = automationType("CommandParameterInfo", value.TypeObject)
	typeParameterSetInfo  = automationType("CommandParameterSetInfo", value.TypeObject)
)

// PSType returns the type for the way in which the parameter is shown.
func (p *parameterObject) PSType() *value.Type {
	if p.set != nil {
		return typeParameterInfo
	}
	return typeParameterMetadata
}

// parametersOf is CommandInfo.Parameters.
func parametersOf(c *Command) value.Value {
	meta := c.metadata()
	if meta == nil {
		return value.Null
	}
	d := newBoundParameters()
	for _, p := range meta.Params {
		d.Set(value.Str(p.Name), value.Obj(&parameterObject{param: p}))
	}
	return value.Obj(d)
}

func loadParameterMetadata(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	loadParameterNames(r)
	r.Get("bool SwitchParameter", property(func(p *parameterObject) value.Value { return value.Bool(p.param.Switch) }))
	r.Get("bool IsDynamic", property(func(p *parameterObject) value.Value { return value.Bool(p.param.Dynamic) }))
	r.Get("System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterSetMetadata] ParameterSets",
		property(func(p *parameterObject) value.Value {
			d := newBoundParameters()
			for i := range p.param.Sets {
				d.Set(value.Str(p.param.Sets[i].Name), value.Obj(&parameterObject{param: p.param, set: &p.param.Sets[i]}))
			}
			return value.Obj(d)
		}))
}

func loadParameterNames(r dotnet.Rows) {
	r.Get("string Name", property(func(p *parameterObject) value.Value { return value.Str(p.param.Name) }))
	r.Get("type ParameterType", property(func(p *parameterObject) value.Value { return value.Obj(p.param.Type) }))
	r.Get("System.Collections.ObjectModel.Collection[string] Aliases", property(func(p *parameterObject) value.Value { return value.Strings(p.param.Aliases...) }))
	r.Get("System.Collections.ObjectModel.Collection[System.Attribute] Attributes", property(attributeObjects))
}

func loadParameterInfo(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	loadParameterNames(r)
	flag := func(name string, get func(s *ParamSet) bool) {
		r.Get("bool "+name, property(func(p *parameterObject) value.Value { return value.Bool(get(p.set)) }))
	}
	flag("IsMandatory", func(s *ParamSet) bool { return s.Mandatory })
	r.Property("bool IsDynamic", func(_ value.Env, this value.Value) (value.Value, error) {
		p, _ := value.As[*parameterObject](this)
		return value.Bool(p.param.Dynamic), nil
	}, nil)
	r.Get("int Position", property(func(p *parameterObject) value.Value { return positionValue(p.set) }))
	flag("ValueFromPipeline", func(s *ParamSet) bool { return s.Pipeline })
	flag("ValueFromPipelineByPropertyName", func(s *ParamSet) bool { return s.PipelineByName })
	flag("ValueFromRemainingArguments", func(s *ParamSet) bool { return s.Remaining })
	r.Get("string HelpMessage", property(func(p *parameterObject) value.Value { return value.Str(p.set.HelpMessage) }))
}

// noPosition is what .NET says of parameters that have no position.
const noPosition = -1 << 31

func positionValue(s *ParamSet) value.Value {
	if s.Position < 0 {
		return value.Int(noPosition)
	}
	return value.Int(s.Position)
}

// attributeObjects are the attributes of a parameter: one ParameterAttribute
// per set, then aliases and validations.
func attributeObjects(p *parameterObject) value.Value {
	var items []value.Value
	for i := range p.param.Sets {
		items = append(items, parameterAttribute(p.param, &p.param.Sets[i]))
	}
	if len(p.param.Aliases) > 0 {
		o := attributeObject("AliasAttribute")
		o.Set("AliasNames", value.Strings(p.param.Aliases...))
		items = append(items, value.Obj(o))
	}
	for _, a := range p.param.Attributes {
		items = append(items, validationObject(a))
	}
	return value.List(items...)
}

func attributeObject(name string) *value.PSObject {
	o := value.NewObject(8)
	o.T = attributeType(name)
	o.TypeNames = []string{o.T.FullName, "System.Attribute", "System.Object"}
	return o
}

func attributeType(name string) *value.Type { return automationType(name, value.TypeObject) }

func parameterAttribute(p *Param, s *ParamSet) value.Value {
	o := attributeObject("ParameterAttribute")
	o.Set("Position", positionValue(s))
	o.Set("ParameterSetName", value.Str(s.Name))
	o.Set("Mandatory", value.Bool(s.Mandatory))
	o.Set("ValueFromPipeline", value.Bool(s.Pipeline))
	o.Set("ValueFromPipelineByPropertyName", value.Bool(s.PipelineByName))
	o.Set("ValueFromRemainingArguments", value.Bool(s.Remaining))
	o.Set("HelpMessage", value.Str(s.HelpMessage))
	o.Set("DontShow", value.Bool(p.DontShow))
	return value.Obj(o)
}

func validationObject(a ParamAttribute) value.Value {
	if own, ok := a.(interface{ object() value.Value }); ok {
		return own.object()
	}
	o := attributeObject(a.Name() + "Attribute")
	switch a := a.(type) {
	case *validation.Set:
		o.Set("IgnoreCase", value.Bool(!a.CaseSensitive))
		o.Set("ValidValues", value.Strings(a.Values...))
	case *validation.Range:
		o.Set("MinRange", a.Min)
		o.Set("MaxRange", a.Max)
	case *validation.Pattern:
		o.Set("RegexPattern", value.Str(a.Pattern))
	case *ValidateScript:
		o.Set("ScriptBlock", value.Obj(a.Block))
	case *validation.Length:
		o.Set("MinLength", value.Int(a.Min))
		o.Set("MaxLength", value.Int(a.Max))
	case *validation.Count:
		o.Set("MinLength", value.Int(a.Min))
		o.Set("MaxLength", value.Int(a.Max))
	}
	return value.Obj(o)
}
