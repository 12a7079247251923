package dotnet

import (
	"exolab/runtime/value"
)

// kindNames are the names of PSMemberTypes by MemberKind.
var kindNames = [...]string{value.Property: "Property", value.NoteProperty: "NoteProperty", value.AliasProperty: "AliasProperty",
	value.ScriptProperty: "ScriptProperty", value.CodeProperty: "CodeProperty", value.ParameterizedProperty: "ParameterizedProperty",
	value.PropertySet: "PropertySet", value.DotNetMethod: "Method", value.ScriptMethod: "ScriptMethod", value.CodeMethod: "CodeMethod",
	value.MemberSet: "MemberSet", value.Event: "Event"}

// KindName is a member's MemberType as Get-Member shows it.
func KindName(k value.MemberKind) string { return kindNames[k] }
