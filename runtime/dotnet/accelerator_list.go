package dotnet

import (
	"iter"
	"strings"

	"exolab/runtime/value"
)

// Accelerators lists the built-in type accelerators, by their short names as
// PowerShell spells them.
func Accelerators() iter.Seq2[string, *value.Type] {
	return func(yield func(string, *value.Type) bool) {
		for _, pair := range strings.Fields(acceleratorRows) {
			short, full, _ := strings.Cut(pair, "=")
			if t := builtinType(value.Fold(full)); t != nil && !yield(short, t) {
				return
			}
		}
	}
}
