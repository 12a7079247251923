package typedata

import (
	"exolab/cmdlets"
	"exolab/cmdlets/internal/members"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// UpdateTypeData is Update-TypeData.
type UpdateTypeData struct {
	MemberType                      *int           `ps:"type=System.Management.Automation.PSMemberTypes,notnullorempty,validateset=NoteProperty|AliasProperty|ScriptProperty|CodeProperty|ScriptMethod|CodeMethod,set=DynamicTypeSet"`
	MemberName                      string         `ps:"notnullorempty,set=DynamicTypeSet"`
	Value                           value.Value    `ps:"set=DynamicTypeSet"`
	SecondValue                     value.Value    `ps:"notnull,set=DynamicTypeSet"`
	TypeConverter                   value.Value    `ps:"type=type,notnull,set=DynamicTypeSet"`
	TypeAdapter                     value.Value    `ps:"type=type,notnull,set=DynamicTypeSet"`
	SerializationMethod             string         `ps:"notnullorempty,set=DynamicTypeSet"`
	TargetTypeForDeserialization    value.Value    `ps:"type=type,notnull,set=DynamicTypeSet"`
	SerializationDepth              int            `ps:"notnull,range=0:2147483647,set=DynamicTypeSet"`
	DefaultDisplayProperty          string         `ps:"notnullorempty,set=DynamicTypeSet"`
	InheritPropertySerializationSet value.Value    `ps:"type=System.Nullable[bool],notnull,set=DynamicTypeSet"`
	StringSerializationSource       string         `ps:"notnullorempty,set=DynamicTypeSet"`
	DefaultDisplayPropertySet       []string       `ps:"notnullorempty,set=DynamicTypeSet"`
	DefaultKeyPropertySet           []string       `ps:"notnullorempty,set=DynamicTypeSet"`
	PropertySerializationSet        []string       `ps:"notnullorempty,set=DynamicTypeSet"`
	TypeName                        string         `ps:"notnullorempty,mandatory,pipeline,set=DynamicTypeSet"`
	Force                           cmdlets.Switch `ps:"set=DynamicTypeSet|TypeDataSet"`
	TypeData                        value.Value    `ps:"mandatory,position=0,pipeline,byname,set=TypeDataSet"`
	AppendPath                      []string       `ps:"alias=PSPath|Path,notnull,position=0,pipeline,byname,set=FileSet"`
	PrependPath                     []string       `ps:"notnull,set=FileSet"`
}

// Process gives the type what was asked for.
func (c *UpdateTypeData) Process(ctx *runtime.Context) error {
	if ctx.ParameterSet() != "DynamicTypeSet" {
		return eachFile(ctx, append(c.PrependPath, c.AppendPath...), "Update TypeData", func(text []byte) error { return readTypes(ctx, text) })
	}
	added, err := c.members(ctx)
	if err != nil {
		return err
	}
	to := ctx.Session().ExtendType(c.TypeName)
	for _, m := range added {
		if !c.Force && to.Lookup(value.Fold(m.Name)) != nil {
			if err := ctx.WriteError(errs.New("System.Management.Automation.RuntimeException",
				"Error in TypeData \""+c.TypeName+"\": The member "+m.Name+" is already present.",
				"TypesDynamicUpdateException", value.InvalidOperation, value.Null)); err != nil {
				return err
			}
			continue
		}
		to.Add(m)
	}
	return nil
}

func (c *UpdateTypeData) members(ctx *runtime.Context) ([]*value.Member, error) {
	var all []*value.Member
	if c.MemberType != nil {
		m, err := members.New(ctx, *c.MemberType, c.MemberName, c.Value, c.SecondValue)
		if err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	if m := c.defaults(); m != nil {
		all = append(all, m)
	}
	return all, nil
}

// standardMembers is the name of the member set that holds default properties.
const standardMembers = "PSStandardMembers"

// defaults is the member set that says how objects are shown and
// sorted by default.
func (c *UpdateTypeData) defaults() *value.Member {
	var sets []value.Value
	add := func(name string, list []string) {
		if len(list) > 0 {
			sets = append(sets, value.Obj(&dotnet.MemberInfo{Member: &value.Member{Name: name, Kind: value.PropertySet, Value: value.Strings(list...)}}))
		}
	}
	add("DefaultDisplayPropertySet", c.DefaultDisplayPropertySet)
	add("DefaultKeyPropertySet", c.DefaultKeyPropertySet)
	add("PropertySerializationSet", c.PropertySerializationSet)
	if c.DefaultDisplayProperty != "" {
		sets = append(sets, value.Obj(&dotnet.MemberInfo{Member: &value.Member{Name: "DefaultDisplayProperty", Kind: value.NoteProperty, Value: value.Str(c.DefaultDisplayProperty)}}))
	}
	if sets == nil {
		return nil
	}
	return &value.Member{Name: standardMembers, Kind: value.MemberSet, Value: value.List(sets...), Hidden: true}
}

// RemoveTypeData is Remove-TypeData.
type RemoveTypeData struct {
	TypeName string      `ps:"notnullorempty,mandatory,position=0,pipeline,byname,set=RemoveTypeSet"`
	Path     []string    `ps:"notnullorempty,mandatory,set=RemoveFileSet"`
	TypeData value.Value `ps:"mandatory,pipeline,set=RemoveTypeDataSet"`
}

// Process takes away what a type was given.
func (c *RemoveTypeData) Process(ctx *runtime.Context) error {
	name := c.TypeName
	if d, ok := value.As[*TypeData](c.TypeData); ok {
		name = d.name
	}
	if name == "" || ctx.Session().RemoveTypeData(name) {
		return nil
	}
	return ctx.WriteError(errs.New("System.Management.Automation.RuntimeException",
		"Error in TypeData \""+name+"\": Type data could not be found.", "TypesDynamicRemoveException", value.InvalidOperation, value.Null))
}
