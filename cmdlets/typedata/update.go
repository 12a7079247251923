package typedata

import (
	"fmt"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/members"
	"exolab/cmdlets/internal/providers"
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
	SerializationDepth              *int           `ps:"notnull,range=0:2147483647,set=DynamicTypeSet"`
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
	to := ctx.Session().ExtendType(fullName(ctx, c.TypeName))
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
	if err := c.check(ctx); err != nil {
		return nil, err
	}
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
	if all == nil && c.TypeConverter.IsNull() && c.TypeAdapter.IsNull() {
		return nil, ctx.WriteError(problem("TypeDataEmpty", "No member is specified for the update on type \""+c.TypeName+"\"."))
	}
	return all, nil
}

func problem(id, message string) *errs.Record {
	return errs.New("System.InvalidOperationException", message, id, value.InvalidOperation, value.Null)
}

// check refuses a member without a name or value, and a name or value without
// a kind of member.
func (c *UpdateTypeData) check(ctx *runtime.Context) error {
	if c.MemberType == nil {
		if c.MemberName != "" || ctx.Bound("Value") || ctx.Bound("SecondValue") {
			return ctx.Throw(problem("MemberTypeIsMissing", "The MemberName, Value, and SecondValue parameters cannot be specified without the MemberType parameter."))
		}
		return nil
	}
	kind := ""
	if t, ok := ctx.Session().LookupType("System.Management.Automation.PSMemberTypes"); ok {
		kind = value.ToString(ctx.Env(), value.Enum(t, int64(*c.MemberType)))
	}
	required := func(id, parameter string) error {
		return ctx.Throw(problem(id, fmt.Sprintf("The %[1]s parameter is required for the type \"%[2]s\". Please specify the %[1]s parameter.", parameter, kind)))
	}
	switch {
	case c.MemberName == "":
		return required("MemberNameShouldBeSpecified", "MemberName")
	case !ctx.Bound("Value") && kind != "ScriptProperty" && kind != "CodeProperty":
		return required("ValueShouldBeSpecified", "Value")
	case kind != "NoteProperty" && kind != "ScriptProperty" && kind != "CodeProperty" && (c.Value.IsNull() || value.ToString(ctx.Env(), c.Value) == ""):
		return ctx.Throw(problem("ValueShouldBeSpecified", fmt.Sprintf("The %[1]s parameter should not be null or an empty string for a member of type \"%[2]s\". "+
			"Specify a non-null value for the %[1]s parameter when updating this member type.", "Value", kind)))
	}
	return nil
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
	note := func(name string, v value.Value) {
		sets = append(sets, value.Obj(&dotnet.MemberInfo{Member: &value.Member{Name: name, Kind: value.NoteProperty, Value: v}}))
	}
	if c.DefaultDisplayProperty != "" {
		note("DefaultDisplayProperty", value.Str(c.DefaultDisplayProperty))
	}
	if c.SerializationMethod != "" {
		note("SerializationMethod", value.Str(c.SerializationMethod))
	}
	if !c.TargetTypeForDeserialization.IsNull() {
		note("TargetTypeForDeserialization", c.TargetTypeForDeserialization)
	}
	if c.SerializationDepth != nil {
		note("SerializationDepth", value.Int(*c.SerializationDepth))
	}
	if !c.InheritPropertySerializationSet.IsNull() {
		note("InheritPropertySerializationSet", c.InheritPropertySerializationSet)
	}
	if c.StringSerializationSource != "" {
		sets = append(sets, value.Obj(&dotnet.MemberInfo{Member: &value.Member{Name: "StringSerializationSource", Kind: value.AliasProperty, Target: c.StringSerializationSource}}))
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
	if len(c.Path) > 0 {
		return c.removeFiles(ctx)
	}
	name = fullName(ctx, name)
	if name == "" || ctx.Session().RemoveTypeData(name) {
		return nil
	}
	return ctx.WriteError(errs.New("System.Management.Automation.RuntimeException",
		"Error in TypeData \""+name+"\": Type data could not be found.", "TypesDynamicRemoveException", value.InvalidOperation, value.Null))
}

// fullName is the name of the type that a short name such as int stands for;
// other names stay as they are.
func fullName(ctx *runtime.Context, name string) string {
	if t, ok := ctx.Session().LookupType(name); ok {
		return t.FullName
	}
	return name
}

// removeFiles says which type files are not loaded; what a loaded one gave
// cannot be told from what others gave.
func (c *RemoveTypeData) removeFiles(ctx *runtime.Context) error {
	for _, path := range c.Path {
		_, rec := providers.Expand(ctx.Session(), path, providers.Options{})
		if rec != nil {
			rec.ID = "TypePathException"
		} else {
			rec = errs.New("System.NotSupportedException", "Remove-TypeData -Path is not emulated: exolab does not keep which file a member came from.", "NotEmulated", value.NotImplemented, value.Str(path))
		}
		if err := ctx.WriteError(rec); err != nil {
			return err
		}
	}
	return nil
}
