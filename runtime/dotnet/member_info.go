package dotnet

import "exolab/runtime/value"

// MemberInfo is one member of one object as .psobject.Properties lists it.
type MemberInfo struct {
	Of     value.Value
	Member *value.Member
}

func memberInfoType(name string) *value.Type {
	return &value.Type{Name: name, FullName: "System.Management.Automation." + name, Kind: value.KindObject, Base: typePropertyInfo}
}

var (
	typeMemberInfo   = &value.Type{Name: "PSMemberInfo", FullName: "System.Management.Automation.PSMemberInfo", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}
	typePropertyInfo = &value.Type{Name: "PSPropertyInfo", FullName: "System.Management.Automation.PSPropertyInfo", Kind: value.KindObject, Base: typeMemberInfo, IsAbstract: true}

	typePSProperty       = memberInfoType("PSProperty")
	typePSNoteProperty   = memberInfoType("PSNoteProperty")
	typePSAliasProperty  = memberInfoType("PSAliasProperty")
	typePSScriptProperty = memberInfoType("PSScriptProperty")
	typePSCodeProperty   = memberInfoType("PSCodeProperty")
	typePSScriptMethod   = &value.Type{Name: "PSScriptMethod", FullName: "System.Management.Automation.PSScriptMethod", Kind: value.KindObject, Base: typeMemberInfo}
	typePSMemberSet      = &value.Type{Name: "PSMemberSet", FullName: "System.Management.Automation.PSMemberSet", Kind: value.KindObject, Base: typeMemberInfo}
	typePSPropertySet    = &value.Type{Name: "PSPropertySet", FullName: "System.Management.Automation.PSPropertySet", Kind: value.KindObject, Base: typeMemberInfo}
)

// PSType returns the PSxxx type of the member's kind.
func (p *MemberInfo) PSType() *value.Type {
	switch p.Member.Kind {
	case value.NoteProperty:
		return typePSNoteProperty
	case value.AliasProperty:
		return typePSAliasProperty
	case value.ScriptProperty:
		return typePSScriptProperty
	case value.CodeProperty:
		return typePSCodeProperty
	case value.ScriptMethod:
		return typePSScriptMethod
	case value.DotNetMethod, value.CodeMethod:
		return typeMethodGroup
	case value.PropertySet:
		return typePSPropertySet
	case value.MemberSet:
		return typePSMemberSet
	}
	return typePSProperty
}

// Value reads the property from its object.
func (p *MemberInfo) Value(env value.Env) (value.Value, error) {
	if p.Of.IsNull() {
		return p.Member.Value, nil
	}
	if o, ok := value.As[*value.PSObject](p.Of); ok && p.Member.Kind == value.NoteProperty {
		if v, ok := o.Get(value.Fold(p.Member.Name)); ok {
			return v, nil
		}
	}
	return ReadMember(env, p.Of, p.Member)
}

func (p *MemberInfo) setValue(env value.Env, to value.Value) error {
	if p.Of.IsNull() {
		p.Member.Value = to
		return nil
	}
	return WriteMember(env, p.Of, p.Member, to)
}

// TypeName is the full name of the property's type, or of the value of a note.
func (p *MemberInfo) TypeName(env value.Env) string {
	if p.Member.Kind == value.Property {
		return DisplayName(paramType(p.Member.Type, value.TypeOf(p.Of)))
	}
	if p.Member.Kind == value.ScriptProperty {
		return "System.Object"
	}
	v, err := p.Value(env)
	if err != nil || v.IsNull() {
		return "System.Object"
	}
	return TypeNames(v)[0]
}

func loadMemberInfo(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	info := Of[*MemberInfo]
	b.Get("string Name", func(v value.Value) value.Value { return value.Str(info(v).Member.Name) })
	b.Get("System.Management.Automation.PSMemberTypes MemberType", func(v value.Value) value.Value {
		return value.Enum(MustType("System.Management.Automation.PSMemberTypes"), memberTypeValues[info(v).Member.Kind])
	})
	b.Property("System.Object Value",
		func(env value.Env, v value.Value) (value.Value, error) { return info(v).Value(env) },
		func(env value.Env, v, to value.Value) error { return info(v).setValue(env, to) })
	b.Property("string TypeNameOfValue",
		func(env value.Env, v value.Value) (value.Value, error) { return value.Str(info(v).TypeName(env)), nil }, nil)
	b.Get("bool IsInstance", func(v value.Value) value.Value { return value.Bool(info(v).Member.Kind != value.Property) })
	b.Method("psobject Copy()", Give(func(c *value.Call) value.Value {
		p := info(c.This)
		member := *p.Member
		return value.Obj(&MemberInfo{Of: p.Of, Member: &member})
	}))
}

func loadPropertyInfo(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	info := Of[*MemberInfo]
	b.Get("bool IsSettable", func(v value.Value) value.Value {
		p := info(v).Member
		return value.Bool(p.Kind == value.NoteProperty || p.Set != nil)
	})
	b.Get("bool IsGettable", func(v value.Value) value.Value { return value.True })
	b.Get("string ReferencedMemberName", func(v value.Value) value.Value { return value.Str(info(v).Member.Target) })
}

func loadNoteProperty(t *value.Type, m *value.Members) {
	NewRows(t, m).Constructor("(string name, System.Object value)", Give(func(c *value.Call) value.Value {
		return value.Obj(&MemberInfo{Member: &value.Member{Name: TextArg(c, 0), Kind: value.NoteProperty, Value: c.Args[1]}})
	}))
}

func loadAliasProperty(t *value.Type, m *value.Members) {
	NewRows(t, m).Constructor("(string name, string referencedMemberName)", Give(func(c *value.Call) value.Value {
		return value.Obj(&MemberInfo{Member: &value.Member{Name: TextArg(c, 0), Kind: value.AliasProperty, Target: TextArg(c, 1)}})
	}))
}

func loadScriptProperty(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	b.Constructor("(string name, scriptblock getterScript)", Give(func(c *value.Call) value.Value {
		return value.Obj(&MemberInfo{Member: NewScriptProperty(TextArg(c, 0), Invoker(c.Args[1]), nil)})
	}))
	b.Constructor("(string name, scriptblock getterScript, scriptblock setterScript)", Give(func(c *value.Call) value.Value {
		return value.Obj(&MemberInfo{Member: NewScriptProperty(TextArg(c, 0), Invoker(c.Args[1]), Invoker(c.Args[2]))})
	}))
}

func loadScriptMethod(t *value.Type, m *value.Members) {
	NewRows(t, m).Constructor("(string name, scriptblock script)", Give(func(c *value.Call) value.Value {
		return value.Obj(&MemberInfo{Member: NewScriptMethod(TextArg(c, 0), Invoker(c.Args[1]))})
	}))
}

func loadPropertySet(t *value.Type, m *value.Members) {
	NewRows(t, m).Constructor("(string name, System.Collections.Generic.IEnumerable[string] referencedPropertyNames)", Give(func(c *value.Call) value.Value {
		return value.Obj(&MemberInfo{Member: &value.Member{Name: TextArg(c, 0), Kind: value.PropertySet, Value: c.Args[1]}})
	}))
	NewRows(t, m).Get("System.Object ReferencedPropertyNames", func(v value.Value) value.Value { return Of[*MemberInfo](v).Member.Value })
}

// Invoker is the script block that v is, or nil.
func Invoker(v value.Value) value.Invoker {
	f, _ := v.Object().(value.Invoker)
	return f
}
