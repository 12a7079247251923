package repl

import (
	"strings"

	"github.com/mattn/go-runewidth"

	"exolab/runtime/completion"
)

// maxListed is how many matches a list shows.
const maxListed = 100

// matchList lays the matches out in columns, read from the top to the bottom.
func matchList(matches []completion.Match, width int) string {
	more := ""
	if len(matches) > maxListed {
		matches, more = matches[:maxListed], "...\n"
	}
	column := 0
	for _, m := range matches {
		column = max(column, runewidth.StringWidth(m.ListItem))
	}
	const gap = 2
	columns := max(1, width/(column+gap))
	rows := (len(matches) + columns - 1) / columns
	var out strings.Builder
	for y := range rows {
		for i := y; i < len(matches); i += rows {
			item := matches[i].ListItem
			out.WriteString(item)
			if i+rows < len(matches) {
				out.WriteString(strings.Repeat(" ", column+gap-runewidth.StringWidth(item)))
			}
		}
		out.WriteByte('\n')
	}
	return out.String() + more
}
