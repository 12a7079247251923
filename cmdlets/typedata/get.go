package typedata

import (
	_ "embed"
	"slices"
	"strings"

	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// builtin lists PowerShell's own type data, one type a line, fields separated
// by tabs: type, default display properties, default property, and members as
// Name:Kind with commas.
//
//go:embed builtin.tsv
var builtin string

// TypeData is what one type has beyond .NET, as Get-TypeData shows it.
type TypeData struct {
	value.Extended
	name            string
	display         []string
	defaultProperty string
	members         *value.Dict
}

var typeTypeData = dataType("TypeData", loadTypeData)

func dataType(name string, load func(*value.Type, *value.Members)) *value.Type {
	return &value.Type{Name: name, FullName: "System.Management.Automation.Runspaces." + name, Kind: value.KindObject, Base: value.TypeObject, Load: load}
}

// PSType returns TypeData.
func (*TypeData) PSType() *value.Type { return typeTypeData }

func loadTypeData(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	get := func(sig string, f func(d *TypeData) value.Value) {
		r.Get(sig, func(v value.Value) value.Value {
			d, _ := value.As[*TypeData](v)
			return f(d)
		})
	}
	get("string TypeName", func(d *TypeData) value.Value { return value.Str(d.name) })
	get("System.Collections.Generic.Dictionary[string,System.Management.Automation.Runspaces.TypeMemberData] Members", func(d *TypeData) value.Value { return value.Obj(d.members) })
	get("string DefaultDisplayProperty", func(d *TypeData) value.Value {
		if d.defaultProperty == "" {
			return value.Null
		}
		return value.Str(d.defaultProperty)
	})
	get("System.Management.Automation.Runspaces.PropertySetData DefaultDisplayPropertySet", func(d *TypeData) value.Value {
		if len(d.display) == 0 {
			return value.Null
		}
		return value.Obj(&propertySetData{names: d.display})
	})
}

// propertySetData is a named list of properties.
type propertySetData struct{ names []string }

var typePropertySetData = dataType("PropertySetData", func(t *value.Type, m *value.Members) {
	dotnet.NewRows(t, m).Get("System.Collections.ObjectModel.Collection[string] ReferencedProperties", func(v value.Value) value.Value {
		p, _ := value.As[*propertySetData](v)
		return value.Strings(p.names...)
	})
})

// PSType returns PropertySetData.
func (*propertySetData) PSType() *value.Type { return typePropertySetData }

// memberData is one member of TypeData.Members.
type memberData struct {
	name string
	t    *value.Type
}

// memberDataTypes are the .NET types of memberData by the kind of member.
var memberDataTypes = func() map[string]*value.Type {
	all := map[string]*value.Type{}
	for _, kind := range []string{"NoteProperty", "AliasProperty", "ScriptProperty", "CodeProperty", "ScriptMethod", "CodeMethod", "PropertySet", "MemberSet"} {
		all[kind] = dataType(kind+"Data", func(t *value.Type, m *value.Members) {
			dotnet.NewRows(t, m).Get("string Name", func(v value.Value) value.Value {
				d, _ := value.As[*memberData](v)
				return value.Str(d.name)
			})
		})
	}
	return all
}()

// PSType returns the type for the member's kind.
func (d *memberData) PSType() *value.Type { return d.t }

func newTypeData(name string) *TypeData {
	return &TypeData{name: name, members: &value.Dict{T: value.TypeHashtable}}
}

func (d *TypeData) add(name, kind string) {
	if t := memberDataTypes[kind]; t != nil {
		d.members.Set(value.Str(name), value.Obj(&memberData{name, t}))
	}
}

// GetTypeData is Get-TypeData.
type GetTypeData struct {
	TypeName []string `ps:"notnullorempty,position=0,pipeline"`
}

// Process emits the data of the types whose names match.
func (c *GetTypeData) Process(ctx *runtime.Context) error {
	for _, d := range allTypeData(ctx.Session()) {
		if len(c.TypeName) > 0 && !patterns.MatchAny(c.TypeName, d.name) {
			continue
		}
		if err := ctx.Emit(value.Obj(d)); err != nil {
			return err
		}
	}
	return nil
}

// allTypeData lists PowerShell's own type data, with what the session added.
func allTypeData(s *runtime.Session) []*TypeData {
	var all []*TypeData
	for line := range strings.Lines(builtin) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		d := newTypeData(f[0])
		d.defaultProperty = f[2]
		if f[1] != "" {
			d.display = strings.Split(f[1], ",")
		}
		for _, member := range strings.Split(f[3], ",") {
			name, kind, _ := strings.Cut(member, ":")
			d.add(name, kind)
		}
		all = append(all, d)
	}
	for _, name := range s.ExtendedTypes() {
		i := slices.IndexFunc(all, func(d *TypeData) bool { return strings.EqualFold(d.name, name) })
		if i < 0 {
			all = append(all, newTypeData(name))
			i = len(all) - 1
		}
		for _, m := range s.TypeData(name).Instance() {
			all[i].take(m)
		}
	}
	return all
}

// take adds a member that the session gave the type.
func (d *TypeData) take(m *value.Member) {
	if m.Kind != value.MemberSet || m.Name != standardMembers {
		d.add(m.Name, dotnet.KindName(m.Kind))
		return
	}
	list, _ := m.Value.Object().(value.Enumerable)
	_ = list.Enumerate(func(v value.Value) error {
		info, _ := value.As[*dotnet.MemberInfo](v)
		switch info.Member.Name {
		case "DefaultDisplayPropertySet":
			d.display = nil
			names, _ := info.Member.Value.Object().(value.Enumerable)
			_ = names.Enumerate(func(name value.Value) error {
				d.display = append(d.display, name.Text())
				return nil
			})
		case "DefaultDisplayProperty":
			d.defaultProperty = info.Member.Value.Text()
		}
		return nil
	})
}
