package dotnet

import (
	"strconv"
	"strings"

	"exolab/runtime/value"
)

// makeEnum reads a row "Full.Name [flags] [:byte] A B C=5 D": values count up from 0 or
// from the last one given; flags enums double instead.
func makeEnum(row string) *value.Type {
	words := strings.Fields(row)
	full := words[0]
	info := &value.EnumInfo{Underlying: value.KindInt32}
	var next int64
	for _, w := range words[1:] {
		if w == "[flags]" {
			info.Flags = true
			continue
		}
		name, given, found := strings.Cut(w, "=")
		if found {
			next, _ = strconv.ParseInt(given, 0, 64)
		}
		info.Names, info.Values = append(info.Names, name), append(info.Values, next)
		next++
	}
	return &value.Type{Name: full[strings.LastIndexAny(full, ".+")+1:], FullName: full, Kind: value.KindEnum, Base: value.TypeEnum,
		IsValueType: true, Enum: info}
}

func enumMember(t *value.Type, folded string) (value.Value, bool, error) {
	for i, name := range t.Enum.Names {
		if value.Fold(name) == folded {
			return value.Enum(t, t.Enum.Values[i]), true, nil
		}
	}
	return value.Null, false, nil
}
