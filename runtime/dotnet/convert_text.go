package dotnet

import "exolab/runtime/value"

// ParsedOrNull is text as a value of a type; $null where there is none.
func ParsedOrNull(text string, t *value.Type) value.Value {
	if text == "" {
		return value.Null
	}
	v, err := value.Convert(nil, value.Str(text), t)
	if err != nil {
		return value.Null
	}
	return v
}
