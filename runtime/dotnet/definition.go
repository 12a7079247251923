package dotnet

import (
	"strings"

	"exolab/runtime/value"
)

// kindNames are the names of PSMemberTypes by MemberKind.
var kindNames = [...]string{value.Property: "Property", value.NoteProperty: "NoteProperty", value.AliasProperty: "AliasProperty",
	value.ScriptProperty: "ScriptProperty", value.CodeProperty: "CodeProperty", value.ParameterizedProperty: "ParameterizedProperty",
	value.PropertySet: "PropertySet", value.DotNetMethod: "Method", value.ScriptMethod: "ScriptMethod", value.CodeMethod: "CodeMethod",
	value.MemberSet: "MemberSet", value.Event: "Event"}

// KindName is a member's MemberType as Get-Member shows it.
func KindName(k value.MemberKind) string { return kindNames[k] }

// MemberDefinition is the Definition column of Get-Member.
func MemberDefinition(m *value.Member) string {
	switch m.Kind {
	case value.NoteProperty:
		return noteDefinition(m)
	case value.AliasProperty:
		if m.Definition != "" {
			return m.Definition
		}
		return m.Name + " = " + m.Target
	case value.PropertySet:
		return m.Name + " {" + JoinText(nil, ", ", ItemsOf(m.Value)) + "}"
	case value.Property:
		if m.Set != nil {
			return m.Type + " " + m.Name + " {get;set;}"
		}
		return m.Type + " " + m.Name + " {get;}"
	}
	if m.Definition != "" || m.Method == nil {
		return m.Definition
	}
	g := MethodGroup{Member: m}
	return strings.Join(g.definitions(), ", ")
}

func noteDefinition(m *value.Member) string {
	if m.Value.IsNull() {
		return "object " + m.Name + "=null"
	}
	t := value.TypeOf(m.Value)
	shown := value.CultureText(m.Value)
	if _, list := elements(m.Value); list {
		shown = DisplayName(t)
	}
	name := ShortName(t)
	if _, custom := value.As[*value.PSObject](m.Value); custom {
		name = TypeNames(m.Value)[0]
	}
	return name + " " + m.Name + "=" + shown
}
