package objects

import (
	"strconv"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var nameToString = dotnet.NameOf("ToString")

// CultureText is an object's .NET ToString() in the current culture: dates as
// "3/5/2024 2:07:09 PM", collections as their type name. It is what CSV and
// HTML show.
func CultureText(env value.Env, v value.Value) string {
	switch v.Kind() {
	case value.KindString:
		return v.Text()
	case value.KindInt32, value.KindInt64:
		return strconv.FormatInt(v.Int64(), 10)
	case value.KindBool:
		if v.AsBool() {
			return "True"
		}
		return "False"
	case value.KindNull, value.KindVoid:
		return ""
	}
	text, err := dotnet.InvokeMethod(env, v, nameToString, nil, nil)
	if err != nil {
		return ""
	}
	return value.ToString(env, text)
}
