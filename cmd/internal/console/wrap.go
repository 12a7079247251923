package console

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// wrapWords breaks the lines of a text between words so that they fit the
// width of the console; a word that is longer stays whole.
func wrapWords(text string, width int) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = wrapLine(line, width)
	}
	return strings.Join(lines, "\n")
}

func wrapLine(line string, width int) string {
	if runewidth.StringWidth(line) < width {
		return line
	}
	var out strings.Builder
	column := 0
	for i, word := range strings.Split(line, " ") {
		size := runewidth.StringWidth(word)
		switch {
		case i == 0:
		case column+1+size >= width:
			out.WriteByte('\n')
			column = 0
		default:
			out.WriteByte(' ')
			column++
		}
		out.WriteString(word)
		column += size
	}
	return out.String()
}
