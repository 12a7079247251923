package completion

import (
	"slices"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// types completes the name of a type: the short names that PowerShell has for
// them, and full names.
func (c *completer) types(word string) []Match {
	if word == "" {
		return nil
	}
	full, parts := strings.Contains(word, "."), strings.Count(word, ".")
	fits := pattern(word)
	matches := namespaces(word)
	for _, name := range dotnet.KnownTypeNames() {
		if strings.Contains(name, "[") {
			continue
		}
		name, _, _ = strings.Cut(name, "`")
		last := name[strings.LastIndexAny(name, ".+")+1:]
		if strings.Count(name, ".") == parts && fits(name) {
			m := Match{Text: name, ListItem: last, Kind: Type, ToolTip: name}
			if t, ok := c.lookupType(name); ok && !full {
				m.ListItem, m.ToolTip = t.Name, t.FullName
			}
			matches = append(matches, m)
		} else if !full && fits(last) && last != "PSCustomObject" {
			matches = append(matches, Match{Text: name, ListItem: last, Kind: Type, ToolTip: name})
		}
	}
	matches = append(matches, c.definedTypes(fits)...)
	for i, m := range matches {
		if value.Fold(m.Text) == "pscustomobject" {
			matches[i].ListItem = "PSObject"
		}
	}
	matches = sorted(matches)
	return slices.CompactFunc(matches, func(a, b Match) bool { return a.Text == b.Text })
}
