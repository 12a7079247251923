package dotnet

import (
	"fmt"

	"exolab/runtime/value"
)

// formatValue is IFormattable.ToString.
func formatValue(env value.Env, v value.Value, format string, _ value.Value) (string, error) {
	if format == "" {
		return toText(env, v), nil
	}
	return fmt.Sprintf("%s:%s", toText(env, v), format), nil
}

// parseText is T.Parse(string).
func parseText(env value.Env, v value.Value, t *value.Type) (value.Value, error) {
	if v.IsNull() {
		return value.Null, errNullArgument("s")
	}
	return castTo(env, v, t)
}
