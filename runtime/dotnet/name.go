package dotnet

import "exolab/runtime/value"

// Name is the name of a member, folded once for many look-ups.
type Name struct {
	// Text is the name as written, Folded its case-folded form.
	Text, Folded string
}

// NameOf prepares a name for look-ups.
func NameOf(text string) Name { return Name{Text: text, Folded: value.Fold(text)} }
