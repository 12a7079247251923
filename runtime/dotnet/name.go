package dotnet

import "exolab/runtime/value"

// Name is the name of a member, folded once for many look-ups.
type Name struct {
	// Text is the name as written, Folded its case-folded form.
	Text, Folded string
	// inPlace is set where a script names the member literally. Then found is the
	// member found last, and foundOn the type of the value it was looked for on.
	inPlace bool
	foundOn *value.Type
	found   *value.Member
}

// NameOf prepares a name for look-ups.
func NameOf(text string) *Name { return &Name{Text: text, Folded: value.Fold(text)} }

// SiteName is NameOf for a name that stands in one place of a script: mostly
// the values there are of one type, whose member is then found at once.
func SiteName(text string) *Name {
	n := NameOf(text)
	n.inPlace = true
	return n
}
