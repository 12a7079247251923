package dotnet

import (
	"strconv"
	"strings"
)

func decimalText(n int) string { return strconv.Itoa(n) }

// compareText is the culture's comparison.
func compareText(a, b string, fold bool) int {
	if c := strings.Compare(lower(a), lower(b)); c != 0 || fold {
		return c
	}
	return -strings.Compare(a, b)
}
