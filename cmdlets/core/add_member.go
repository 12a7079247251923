package core

import (
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/members"
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
		return members.Problem(ctx, "TypeNameShouldNotBeEmpty", "The TypeName parameter should not be null, empty, or contain only white spaces.")
	}
	if c.TypeName != "" {
		name := c.TypeName
		if t, ok := ctx.Session().LookupType(name); ok {
			name = t.FullName
		}
		dotnet.SetTypeNames(object, append([]string{name}, dotnet.TypeNames(object)...))
	}
	all, err := c.members(ctx)
	if err != nil {
		return err
	}
	for _, m := range all {
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
		m, err := members.New(ctx, c.MemberType, c.Name, c.Value, c.SecondValue)
		if err != nil {
			return nil, err
		}
		return []*value.Member{m}, nil
	}
	return nil, nil
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
