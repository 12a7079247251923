package dotnet

import (
	"strings"

	"exolab/runtime/value"
)

// makeOpaque makes a type that has a name and a base but no members here.
func makeOpaque(row string) *value.Type {
	words := strings.Fields(row)
	base := value.TypeObject
	if len(words) > 1 {
		base = MustType(words[1])
	}
	full := words[0]
	return &value.Type{Name: full[strings.LastIndexAny(full, ".+")+1:], FullName: full, Kind: value.KindObject, Base: base,
		IsGenericDefinition: strings.Contains(full, "`")}
}
