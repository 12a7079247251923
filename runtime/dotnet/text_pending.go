package dotnet

import (
	"strconv"
	"strings"

	"exolab/runtime/value"
)

func decimalText(n int) string { return strconv.Itoa(n) }

// compareText is the culture's comparison.
func compareText(a, b string, fold bool) int {
	if c := strings.Compare(lower(a), lower(b)); c != 0 || fold {
		return c
	}
	return -strings.Compare(a, b)
}

// formatComposite is String.Format.
func formatComposite(env value.Env, format string, args []value.Value) (string, error) {
	_ = env
	for i, a := range args {
		format = strings.ReplaceAll(format, "{"+strconv.Itoa(i)+"}", toText(env, a))
	}
	return format, nil
}
