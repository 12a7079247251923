package core

import (
	"sort"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GetMember is Get-Member.
type GetMember struct {
	InputObject value.Value    `ps:"type=psobject,pipeline"`
	Name        []string       `ps:"notnullorempty,position=0"`
	MemberType  *int           `ps:"alias=Type,type=System.Management.Automation.PSMemberTypes"`
	View        *int           `ps:"type=System.Management.Automation.PSMemberViewTypes"`
	Static      cmdlets.Switch `ps:""`
	Force       cmdlets.Switch `ps:""`

	seen map[string]bool
}

var typeMemberDefinition = &value.Type{Name: "MemberDefinition", FullName: "Microsoft.PowerShell.Commands.MemberDefinition",
	Kind: value.KindObject, Base: value.TypeObject}

// The PSMemberViewTypes that -View asks for.
const (
	viewExtended = 1
	viewAdapted  = 2
	viewBase     = 4
)

// Process lists the members of a type that was not seen before.
func (c *GetMember) Process(ctx *runtime.Context) error {
	if c.InputObject.IsNull() {
		return nil
	}
	typeName, members := c.list(ctx)
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	if c.seen[typeName] {
		return nil
	}
	c.seen[typeName] = true
	if len(c.Name) == 0 {
		return c.emit(ctx, typeName, members, "*")
	}
	for _, pattern := range c.Name {
		if err := c.emit(ctx, typeName, members, pattern); err != nil {
			return err
		}
	}
	return nil
}

func (c *GetMember) emit(ctx *runtime.Context, typeName string, members []*value.Member, pattern string) error {
	for _, d := range c.definitions(ctx, members, pattern) {
		if err := ctx.Emit(d.object(ctx.Env(), typeName)); err != nil {
			return err
		}
	}
	return nil
}

// End complains if there was nothing to look at.
func (c *GetMember) End(ctx *runtime.Context) error {
	if c.seen != nil {
		return nil
	}
	return ctx.WriteError(errs.New("System.InvalidOperationException", "You must specify an object for the Get-Member cmdlet.",
		"NoObjectInGetMember", value.CloseError, value.Null))
}

func (c *GetMember) list(ctx *runtime.Context) (string, []*value.Member) {
	if c.Static {
		t, ok := value.As[*value.Type](value.Unwrap(c.InputObject))
		if !ok {
			t = value.TypeOf(c.InputObject)
		}
		return dotnet.DisplayName(t), dotnet.StaticMembers(t)
	}
	typeName := "System.Object"
	if names := dotnet.TypeNames(c.InputObject); len(names) > 0 {
		typeName = names[0]
	}
	return typeName, dotnet.Members(ctx.Env(), c.InputObject)
}

type memberDefinition struct {
	name, kind, text string
	bits             int
}

func (d memberDefinition) object(env value.Env, typeName string) value.Value {
	o := value.NewObject(4)
	o.T = typeMemberDefinition
	o.Set("TypeName", value.Str(typeName))
	o.Set("Name", value.Str(d.name))
	o.Set("MemberType", d.memberType(env))
	o.Set("Definition", value.Str(d.text))
	return value.Obj(o)
}

func (d memberDefinition) memberType(env value.Env) value.Value {
	if t, ok := env.LookupType("System.Management.Automation.PSMemberTypes"); ok {
		return value.Enum(t, int64(d.bits))
	}
	return value.Str(d.kind)
}

// definitions describes the members asked for, by kind and name.
func (c *GetMember) definitions(ctx *runtime.Context, members []*value.Member, pattern string) []memberDefinition {
	var out []memberDefinition
	for _, m := range members {
		kind := memberKinds[m.Kind]
		if c.MemberType != nil && kind.bits&*c.MemberType == 0 || !patterns.Match(pattern, m.Name) || !c.inView(m) {
			continue
		}
		out = append(out, memberDefinition{m.Name, kind.name, definitionOf(ctx, c.InputObject, m), kind.bits})
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].kind != out[j].kind {
			return out[i].kind < out[j].kind
		}
		return value.Fold(out[i].name) < value.Fold(out[j].name)
	})
	return out
}

func (c *GetMember) inView(m *value.Member) bool {
	if c.View == nil || c.Static {
		return true
	}
	native := m.Kind == value.Property || m.Kind == value.DotNetMethod || m.Kind == value.ParameterizedProperty || m.Kind == value.Event
	if native {
		return *c.View&(viewAdapted|viewBase) != 0
	}
	return *c.View&viewExtended != 0
}

// memberKinds are the PSMemberTypes, as numbers and by name.
var memberKinds = map[value.MemberKind]struct {
	bits int
	name string
}{
	value.AliasProperty: {1, "AliasProperty"}, value.CodeProperty: {2, "CodeProperty"}, value.Property: {4, "Property"},
	value.NoteProperty: {8, "NoteProperty"}, value.ScriptProperty: {16, "ScriptProperty"}, value.PropertySet: {32, "PropertySet"},
	value.DotNetMethod: {64, "Method"}, value.CodeMethod: {128, "CodeMethod"}, value.ScriptMethod: {256, "ScriptMethod"},
	value.ParameterizedProperty: {512, "ParameterizedProperty"}, value.MemberSet: {1024, "MemberSet"}, value.Event: {2048, "Event"},
}

// definitionOf is a member as its declaration reads.
func definitionOf(ctx *runtime.Context, of value.Value, m *value.Member) string {
	switch {
	case m.Kind == value.ScriptProperty || m.Kind == value.ScriptMethod:
		return m.Definition
	case m.Kind == value.NoteProperty:
		return noteDefinition(m)
	case m.Kind == value.AliasProperty:
		return m.Name + " = " + m.Target
	case m.Kind == value.PropertySet || m.Kind == value.MemberSet:
		return m.Name + " {" + strings.Join(setNames(ctx.Env(), m.Value), ", ") + "}"
	case m.Definition != "":
		return m.Definition
	case m.Method != nil:
		return (&dotnet.MethodGroup{This: of, Member: m}).String()
	}
	access := " {get;"
	if m.Set != nil {
		access += "set;"
	}
	return m.Type + " " + m.Name + access + "}"
}

func noteDefinition(m *value.Member) string {
	if m.Value.IsNull() {
		return "object " + m.Name + "=null"
	}
	name := dotnet.ShortName(value.TypeOf(m.Value))
	if t := value.TypeOf(m.Value); name == t.FullName || strings.HasPrefix(name, "System.") {
		name = name[strings.LastIndexByte(name, '.')+1:]
	}
	return name + " " + m.Name + "=" + noteText(m.Value)
}

// noteText is what .NET's ToString gives; a custom object shows its content.
func noteText(v value.Value) string {
	if _, ok := v.Object().(*value.PSObject); ok {
		return value.ToString(nil, v)
	}
	return value.CultureText(v)
}

func setNames(env value.Env, v value.Value) []string {
	var out []string
	add := func(item value.Value) error {
		if info, ok := value.As[*dotnet.MemberInfo](item); ok {
			out = append(out, info.Member.Name)
		} else {
			out = append(out, value.ToString(env, item))
		}
		return nil
	}
	if list, ok := v.Object().(value.Enumerable); ok {
		_ = list.Enumerate(add)
	} else {
		_ = add(v)
	}
	return out
}
