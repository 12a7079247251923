package runtime

import "exolab/runtime/value"

// Index returns the position of the parameter with that folded name, or -1.
func (m *Metadata) Index(folded string) int {
	for i, p := range m.Params {
		if value.Fold(p.Name) == folded {
			return i
		}
	}
	return -1
}
