package core

import (
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
	if c.TypeName != "" {
		dotnet.SetTypeNames(object, append([]string{c.TypeName}, dotnet.TypeNames(object)...))
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

// newMember makes a member from the arguments of Add-Member or Update-TypeData.
func newMember(ctx *runtime.Context, kind int, name string, v, second value.Value) (*value.Member, error) {
	block := func(v value.Value) value.Invoker {
		b, _ := value.As[*runtime.ScriptBlock](value.Unwrap(v))
		if b == nil {
			return nil
		}
		return b
	}
	switch kind {
	case typeNoteProperty:
		return &value.Member{Name: name, Kind: value.NoteProperty, Value: v}, nil
	case typeAliasProperty:
		return &value.Member{Name: name, Kind: value.AliasProperty, Target: value.ToString(ctx.Env(), v)}, nil
	case typeScriptProperty:
		if block(v) == nil && block(second) == nil {
			return nil, badMember(ctx, "Value1AndValue2AreNotBothNull", "The Value and SecondValue parameters are not both null.")
		}
		return dotnet.NewScriptProperty(name, block(v), block(second)), nil
	case typeScriptMethod:
		if block(v) == nil {
			return nil, badMember(ctx, "Value1ShouldNotBeNull", "The Value parameter should not be null for a member of type \"ScriptMethod\".")
		}
		return dotnet.NewScriptMethod(name, block(v)), nil
	case typePropertySet:
		return &value.Member{Name: name, Kind: value.PropertySet, Value: v}, nil
	case typeMemberSet:
		return &value.Member{Name: name, Kind: value.MemberSet, Value: v}, nil
	}
	return nil, badMember(ctx, "CannotAddMemberType", "Cannot add a member of that type.")
}

func badMember(ctx *runtime.Context, id, message string) error {
	return ctx.Throw(errs.New("System.InvalidOperationException", message, id, value.InvalidArgument, value.Null))
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
