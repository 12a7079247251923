package completion

import (
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
	full := strings.Contains(word, ".")
	fits := pattern(word)
	var matches []Match
	for _, name := range dotnet.KnownTypeNames() {
		last := name[strings.LastIndexAny(name, ".+")+1:]
		if (full || !strings.Contains(name, ".")) && fits(name) {
			m := Match{Text: name, ListItem: last, Kind: Type, ToolTip: name}
			if t, ok := c.lookupType(name); ok && !full {
				m.ListItem, m.ToolTip = t.Name, t.FullName
			}
			matches = append(matches, m)
		} else if !full && fits(last) && last != "PSCustomObject" {
			matches = append(matches, Match{Text: name, ListItem: last, Kind: Type, ToolTip: name})
		}
	}
	for i, m := range matches {
		if value.Fold(m.Text) == "pscustomobject" {
			matches[i].ListItem = "PSObject"
		}
	}
	return sorted(matches)
}
