package core

import (
	"fmt"
	"strings"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// AddMember is Add-Member.
type AddMember struct {
	InputObject         value.Value    `ps:"type=psobject,mandatory,pipeline,set=MemberSet|TypeNameSet|NotePropertySingleMemberSet|NotePropertyMultiMemberSet"`
	MemberType          int            `ps:"alias=Type,type=System.Management.Automation.PSMemberTypes,mandatory,position=0,set=MemberSet"`
	Name                string         `ps:"mandatory,position=1,set=MemberSet"`
	Value               value.Value    `ps:"position=2,set=MemberSet"`
	SecondValue         value.Value    `ps:"position=3,set=MemberSet"`
	TypeName            string         `ps:"notnullorempty,set=TypeNameSet,mandatory,set=MemberSet|NotePropertySingleMemberSet|NotePropertyMultiMemberSet"`
	Force               cmdlets.Switch `ps:"set=MemberSet|NotePropertySingleMemberSet|NotePropertyMultiMemberSet"`
	PassThru            cmdlets.Switch `ps:"set=MemberSet|TypeNameSet|NotePropertySingleMemberSet|NotePropertyMultiMemberSet"`
	NotePropertyName    string         `ps:"notnullorempty,transform=membername,mandatory,position=0,set=NotePropertySingleMemberSet"`
	NotePropertyValue   value.Value    `ps:"allownull,mandatory,position=1,set=NotePropertySingleMemberSet"`
	NotePropertyMembers *value.Dict    `ps:"type=System.Collections.IDictionary,notnullorempty,mandatory,position=0,set=NotePropertyMultiMemberSet"`
}

// Process adds the members to one object.
func (c *AddMember) Process(ctx *runtime.Context) error {
	object := extensible(c.InputObject)
	if strings.TrimSpace(c.TypeName) == "" && ctx.Bound("TypeName") {
		return badMember(ctx, "TypeNameShouldNotBeEmpty", "The TypeName parameter should not be null, empty, or contain only white spaces.")
	}
	if c.TypeName != "" {
		name := c.TypeName
		if t, ok := ctx.Session().LookupType(name); ok {
			name = t.FullName
		}
		dotnet.SetTypeNames(object, append([]string{name}, dotnet.TypeNames(object)...))
	}
	members, err := c.members(ctx)
	if err != nil {
		return err
	}
	for _, m := range members {
		if err := c.add(ctx, object, m); err != nil {
			return err
		}
	}
	if c.PassThru {
		return ctx.Emit(object)
	}
	return nil
}

// extensible returns v, or v in a form that carries members.
func extensible(v value.Value) value.Value {
	switch v.Object().(type) {
	case *value.PSObject, value.Extensible:
		return v
	}
	return value.Obj(&value.Decorated{Inner: v})
}

func (c *AddMember) members(ctx *runtime.Context) ([]*value.Member, error) {
	switch ctx.ParameterSet() {
	case "NotePropertySingleMemberSet":
		return []*value.Member{{Name: c.NotePropertyName, Kind: value.NoteProperty, Value: c.NotePropertyValue}}, nil
	case "NotePropertyMultiMemberSet":
		var all []*value.Member
		c.NotePropertyMembers.Each(func(key, v value.Value) bool {
			all = append(all, &value.Member{Name: value.ToString(ctx.Env(), key), Kind: value.NoteProperty, Value: v})
			return true
		})
		return all, nil
	case "MemberSet":
		m, err := newMember(ctx, c.MemberType, c.Name, c.Value, c.SecondValue)
		if err != nil {
			return nil, err
		}
		return []*value.Member{m}, nil
	}
	return nil, nil
}

// The PSMemberTypes that can be added.
const (
	typeAliasProperty  = 1
	typeNoteProperty   = 8
	typeScriptProperty = 16
	typePropertySet    = 32
	typeScriptMethod   = 256
	typeMemberSet      = 1024
)

// addableKinds are the names of the types that members can have.
var addableKinds = map[int]string{typeAliasProperty: "AliasProperty", typeNoteProperty: "NoteProperty", typeScriptProperty: "ScriptProperty",
	typePropertySet: "PropertySet", typeScriptMethod: "ScriptMethod", typeMemberSet: "MemberSet"}

// memberMaker makes a member from the arguments of Add-Member or Update-TypeData.
type memberMaker struct {
	ctx       *runtime.Context
	name      string
	kind      int
	v, second value.Value
}

func newMember(ctx *runtime.Context, kind int, name string, v, second value.Value) (*value.Member, error) {
	return (&memberMaker{ctx, name, kind, v, second}).member()
}

func (m *memberMaker) member() (*value.Member, error) {
	switch m.kind {
	case typeAliasProperty:
		return m.alias()
	case typeScriptProperty:
		return m.scriptProperty()
	}
	if addableKinds[m.kind] == "" {
		return nil, badMember(m.ctx, "CannotAddMemberType", fmt.Sprintf("Cannot add a member with type \"%s\". Specify a different type for the MemberTypes parameter.", m.kindName()))
	}
	if !m.second.IsNull() {
		return nil, badMember(m.ctx, "Value2ShouldNotBeSpecified", fmt.Sprintf(
			"The SecondValue parameter is not necessary for a member of type \"%s\", and should not be specified. Do not specify the SecondValue parameter when you add members of this type.", m.kindName()))
	}
	switch m.kind {
	case typeNoteProperty:
		return &value.Member{Name: m.name, Kind: value.NoteProperty, Value: m.v}, nil
	case typeMemberSet:
		return &value.Member{Name: m.name, Kind: value.MemberSet, Value: m.v}, nil
	}
	if m.v.IsNull() {
		return nil, m.nullValue("Value", "Value1ShouldNotBeNull")
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
func (m *memberMaker) kindName() string {
	if t, ok := m.ctx.Session().LookupType("System.Management.Automation.PSMemberTypes"); ok {
		return value.ToString(m.ctx.Env(), value.Enum(t, int64(m.kind)))
	}
	return addableKinds[m.kind]
}

func (m *memberMaker) nullValue(parameter, id string) error {
	return badMember(m.ctx, id, fmt.Sprintf("The %[1]s parameter should not be null for a member of type \"%[2]s\". Specify a non-null value for the %[1]s parameter when adding members of this type.", parameter, m.kindName()))
}

// alias is another name of a property, whose value may be converted to a type.
func (m *memberMaker) alias() (*value.Member, error) {
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

func (m *memberMaker) scriptProperty() (*value.Member, error) {
	get, err := m.block(m.v)
	if err != nil {
		return nil, err
	}
	set, err := m.block(m.second)
	if err != nil {
		return nil, err
	}
	if get == nil && set == nil {
		return nil, badMember(m.ctx, "Value1AndValue2AreNotBothNull", fmt.Sprintf(
			"Both Value and SecondValue parameters should not be null for a member of type \"%s\". Specify a non-null value for one of the two parameters.", m.kindName()))
	}
	return dotnet.NewScriptProperty(m.name, get, set), nil
}

// block is an argument that must be a script block or null.
func (m *memberMaker) block(v value.Value) (value.Invoker, error) {
	if v.IsNull() {
		return nil, nil
	}
	b, ok := value.As[*runtime.ScriptBlock](value.Unwrap(v))
	if !ok {
		return nil, m.ctx.Throw(errs.New("System.Management.Automation.PSInvalidCastException", fmt.Sprintf(
			"Cannot convert the \"%s\" value of type \"%s\" to type \"System.Management.Automation.ScriptBlock\".", value.ToString(m.ctx.Env(), v), value.TypeOf(v).FullName),
			"ConvertToFinalInvalidCastException", value.InvalidArgument, value.Null))
	}
	return b, nil
}

func badMember(ctx *runtime.Context, id, message string) error {
	return ctx.Throw(errs.New("System.InvalidOperationException", message, id, value.InvalidOperation, value.Null))
}

func (c *AddMember) add(ctx *runtime.Context, object value.Value, m *value.Member) error {
	if !c.Force && dotnet.GetMember(ctx.Env(), object, dotnet.NameOf(m.Name)) != nil {
		return ctx.WriteError(errs.New("System.InvalidOperationException",
			"Cannot add a member with the name \""+m.Name+"\" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.",
			"MemberAlreadyExists", value.InvalidOperation, c.InputObject))
	}
	if strings.TrimSpace(m.Name) == "" {
		return ctx.WriteError(errs.New("System.InvalidOperationException", "Cannot add a member without a name.",
			"InvalidNameOfMember", value.InvalidArgument, c.InputObject))
	}
	dotnet.AddMember(object, m)
	return nil
}
