package dotnet

import (
	"strings"
	"sync"
)

// KnownTypeNames lists the type accelerators and the full names of the types
// that a script can use, for completion.
var KnownTypeNames = sync.OnceValue(func() []string {
	var names []string
	for _, pair := range strings.Fields(acceleratorRows) {
		short, _, _ := strings.Cut(pair, "=")
		names = append(names, short)
	}
	catalogue.mu.Lock()
	defer catalogue.mu.Unlock()
	for _, t := range catalogue.made {
		if strings.Contains(t.FullName, ".") {
			names = append(names, t.FullName)
		}
	}
	return names
})
