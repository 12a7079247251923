package completion

import (
	"regexp"
	"sync"
)

// regex compiles a regular expression when it is first needed, for most
// processes complete nothing.
func regex(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
