// Package members makes the members that scripts give to objects and types.
package members

import (
	"fmt"

	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// The PSMemberTypes that can be added.
const (
	typeAliasProperty  = 1
	typeCodeProperty   = 2
	typeNoteProperty   = 8
	typeScriptProperty = 16
	typePropertySet    = 32
	typeCodeMethod     = 128
	typeScriptMethod   = 256
	typeMemberSet      = 1024
)

// kinds are the names of the types that members can have.
var kinds = map[int]string{typeAliasProperty: "AliasProperty", typeNoteProperty: "NoteProperty", typeScriptProperty: "ScriptProperty",
	typePropertySet: "PropertySet", typeCodeMethod: "CodeMethod", typeScriptMethod: "ScriptMethod", typeMemberSet: "MemberSet"}

// maker makes a member from the arguments of Add-Member or Update-TypeData.
type maker struct {
	ctx       *runtime.Context
	name      string
	kind      int
	v, second value.Value
}

// New makes a member of one of the PSMemberTypes. What the arguments lack is an
// error of the command.
func New(ctx *runtime.Context, kind int, name string, v, second value.Value) (*value.Member, error) {
	return (&maker{ctx, name, kind, v, second}).member()
}

func (m *maker) member() (*value.Member, error) {
	switch m.kind {
	case typeAliasProperty:
		return m.alias()
	case typeScriptProperty:
		return m.scriptProperty()
	case typeCodeProperty:
		return m.codeProperty()
	}
	if kinds[m.kind] == "" {
		return nil, Problem(m.ctx, "CannotAddMemberType", fmt.Sprintf("Cannot add a member with type \"%s\". Specify a different type for the MemberTypes parameter.", m.kindName()))
	}
	if !m.second.IsNull() {
		return nil, Problem(m.ctx, "Value2ShouldNotBeSpecified", fmt.Sprintf(
			"The SecondValue parameter is not necessary for a member of type \"%s\", and should not be specified. Do not specify the SecondValue parameter when you add members of this type.", m.kindName()))
	}
	switch m.kind {
	case typeNoteProperty:
		return &value.Member{Name: m.name, Kind: value.NoteProperty, Value: m.v}, nil
	case typeMemberSet:
		if err := m.checkSet(); err != nil {
			return nil, err
		}
		return &value.Member{Name: m.name, Kind: value.MemberSet, Value: m.v}, nil
	}
	if m.v.IsNull() {
		return nil, m.nullValue("Value", "Value1ShouldNotBeNull")
	}
	if m.kind == typeCodeMethod {
		return nil, m.noMethod(m.v)
	}
	if m.kind == typePropertySet {
		return &value.Member{Name: m.name, Kind: value.PropertySet, Value: m.v}, nil
	}
	block, err := m.block(m.v)
	if err != nil {
		return nil, err
	}
	return dotnet.NewScriptMethod(m.name, block), nil
}

// kindName is the name of the member type.
func (m *maker) kindName() string {
	if t, ok := m.ctx.Session().LookupType("System.Management.Automation.PSMemberTypes"); ok {
		return value.ToString(m.ctx.Env(), value.Enum(t, int64(m.kind)))
	}
	return kinds[m.kind]
}

func (m *maker) nullValue(parameter, id string) error {
	return Problem(m.ctx, id, fmt.Sprintf("The %[1]s parameter should not be null for a member of type \"%[2]s\". Specify a non-null value for the %[1]s parameter when adding members of this type.", parameter, m.kindName()))
}

// alias is another name of a property, whose value may be converted to a type.
func (m *maker) alias() (*value.Member, error) {
	if m.v.IsNull() {
		return nil, m.nullValue("Value", "Value1ShouldNotBeNull")
	}
	out := &value.Member{Name: m.name, Kind: value.AliasProperty, Target: value.ToString(m.ctx.Env(), m.v)}
	if m.second.IsNull() {
		return out, nil
	}
	to, err := value.Convert(m.ctx.Env(), m.second, value.TypeType)
	if err != nil {
		rec := runtime.RecordOf(err)
		return nil, m.ctx.Throw(errs.New("System.Management.Automation.PSInvalidCastException", rec.Message(), "InvalidCastFromStringToType", value.InvalidArgument, value.Null))
	}
	t, _ := value.As[*value.Type](to)
	target := dotnet.NameOf(out.Target)
	out.Definition = m.name + " = (" + t.FullName + ")" + out.Target
	out.Get = func(env value.Env, this value.Value) (value.Value, error) {
		got, _, err := dotnet.Property(env, this, target)
		if err != nil {
			return value.Null, err
		}
		return value.Convert(env, got, t)
	}
	return out, nil
}

func (m *maker) scriptProperty() (*value.Member, error) {
	get, err := m.block(m.v)
	if err != nil {
		return nil, err
	}
	set, err := m.block(m.second)
	if err != nil {
		return nil, err
	}
	if get == nil && set == nil {
		return nil, m.bothNull()
	}
	return dotnet.NewScriptProperty(m.name, get, set), nil
}

func (m *maker) bothNull() error {
	return Problem(m.ctx, "Value1AndValue2AreNotBothNull", fmt.Sprintf(
		"Both Value and SecondValue parameters should not be null for a member of type \"%s\". Specify a non-null value for one of the two parameters.", m.kindName()))
}

// codeProperty is a property of compiled code, of which there is none.
func (m *maker) codeProperty() (*value.Member, error) {
	if m.v.IsNull() && m.second.IsNull() {
		return nil, m.bothNull()
	}
	if m.v.IsNull() {
		return nil, m.noMethod(m.second)
	}
	return nil, m.noMethod(m.v)
}

// noMethod refuses a value where a method of compiled code is asked for.
func (m *maker) noMethod(v value.Value) error { return m.notOfType(v, "System.Reflection.MethodInfo") }

// checkSet refuses a member set that is made of something else than members.
func (m *maker) checkSet() error {
	if m.v.IsNull() || value.TypeOf(value.Unwrap(m.v)).FullName != "System.String" && !value.Unwrap(m.v).IsNumber() {
		return nil
	}
	return m.notOfType(m.v, "System.Collections.ObjectModel.Collection`1[System.Management.Automation.PSMemberInfo]")
}

func (m *maker) notOfType(v value.Value, name string) error {
	return m.ctx.Throw(errs.New("System.Management.Automation.PSInvalidCastException", fmt.Sprintf(
		"Cannot convert the \"%s\" value of type \"%s\" to type \"%s\".", value.ToString(m.ctx.Env(), v), value.TypeOf(v).FullName, name),
		"ConvertToFinalInvalidCastException", value.InvalidArgument, value.Null))
}

// block is an argument that must be a script block or null.
func (m *maker) block(v value.Value) (value.Invoker, error) {
	if v.IsNull() {
		return nil, nil
	}
	b, ok := value.As[*runtime.ScriptBlock](value.Unwrap(v))
	if !ok {
		return nil, m.notOfType(v, "System.Management.Automation.ScriptBlock")
	}
	return b, nil
}

// Problem ends the command with what is wrong with a member.
func Problem(ctx *runtime.Context, id, message string) error {
	return ctx.Throw(errs.New("System.InvalidOperationException", message, id, value.InvalidOperation, value.Null))
}
