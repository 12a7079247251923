package completion

import (
	_ "embed"
	"strings"
	"sync"

	"exolab/runtime/value"
)

//go:embed members.tsv
var memberTable string

// otherMembers lists the members that the tables of types leave out, by the
// full name of the type.
var otherMembers = sync.OnceValue(func() map[string][]*value.Member {
	found := map[string][]*value.Member{}
	for _, line := range strings.Split(memberTable, "\n") {
		columns := strings.Split(line, "\t")
		if len(columns) != 3 {
			continue
		}
		place, kind, static := columns[0], strings.TrimPrefix(columns[1], "static "), strings.HasPrefix(columns[1], "static ")
		if static {
			place += "::"
		}
		for _, name := range strings.Fields(columns[2]) {
			found[place] = append(found[place], &value.Member{Name: name, Kind: memberKinds[kind]})
		}
	}
	return found
})

var memberKinds = map[string]value.MemberKind{"property": value.Property, "method": value.DotNetMethod, "indexed property": value.ParameterizedProperty}

// extraMembers are the members of a type's objects that its tables leave out.
func extraMembers(t *value.Type) []*value.Member {
	var extra []*value.Member
	if t != nil && t.Enum != nil {
		extra = append(extra, &value.Member{Name: "value__", Kind: value.Property})
	}
	for ; t != nil; t = t.Base {
		extra = append(extra, otherMembers()[tableName(t)]...)
	}
	return extra
}

// extraStaticMembers are the static members that the tables of a type leave
// out.
func extraStaticMembers(t *value.Type) []*value.Member {
	var extra []*value.Member
	for ; t != nil; t = t.Base {
		extra = append(extra, otherMembers()[tableName(t)+"::"]...)
	}
	return extra
}

func tableName(t *value.Type) string {
	if t.Definition != nil {
		return t.Definition.FullName
	}
	return t.FullName
}
