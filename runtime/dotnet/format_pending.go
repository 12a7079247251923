package dotnet

import (
	"exolab/runtime/value"
)

// parseText is T.Parse(string).
func parseText(env value.Env, v value.Value, t *value.Type) (value.Value, error) {
	if v.IsNull() {
		return value.Null, errNullArgument("s")
	}
	return castTo(env, v, t)
}
