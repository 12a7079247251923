package dotnet

import "exolab/runtime/value"

// Name is the name of a member, folded once for many look-ups.
type Name struct {
	// Text is the name as written, Folded its case-folded form.
	Text, Folded string
	// site, where a script names the member literally, remembers what was found.
	site *memberSite
}

// memberSite is the member found last for a name in one place, and the type of
// the value that it was looked for on.
type memberSite struct {
	t *value.Type
	m *value.Member
}

// NameOf prepares a name for look-ups.
func NameOf(text string) Name { return Name{Text: text, Folded: value.Fold(text)} }

// SiteName is NameOf for a name that stands in one place of a script: mostly
// the values there are of one type, whose member is then found at once.
func SiteName(text string) Name {
	n := NameOf(text)
	n.site = &memberSite{}
	return n
}
