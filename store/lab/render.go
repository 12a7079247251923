package lab

import (
	"strings"
	"unicode/utf8"
)

// Plain is a text in the little Markdown of labs, for a console: paragraphs
// and lists wrapped to width, code as it stands, no markup.
func Plain(markdown string, width int) string {
	var out, paragraph []string
	flush := func() {
		if len(paragraph) > 0 {
			out = append(out, wrap(strings.Join(paragraph, " "), width, "", "")...)
			paragraph = nil
		}
	}
	code := false
	for _, line := range strings.Split(unmarked(markdown), "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(trimmed, "```"):
			flush()
			code = !code
		case code:
			out = append(out, "    "+line)
		case trimmed == "":
			flush()
			if n := len(out); n > 0 && out[n-1] != "" {
				out = append(out, "")
			}
		case strings.HasPrefix(trimmed, "- "):
			flush()
			paragraph = nil
			out = append(out, wrap(strings.TrimPrefix(trimmed, "- "), width, "- ", "  ")...)
		case strings.HasPrefix(line, "  ") && len(paragraph) == 0 && len(out) > 0 && out[len(out)-1] != "":
			last := out[len(out)-1]
			out = append(out[:len(out)-1], wrap(strings.TrimSpace(last)+" "+trimmed, width, indentOf(last), "  ")...)
		default:
			paragraph = append(paragraph, trimmed)
		}
	}
	flush()
	return strings.TrimRight(strings.Join(out, "\n"), "\n")
}

func indentOf(line string) string { return line[:len(line)-len(strings.TrimLeft(line, " "))] }

// unmarked takes emphasis and code marks away, but for the fences of code.
func unmarked(text string) string {
	return strings.NewReplacer("```", "```", "**", "", "`", "").Replace(text)
}

// wrap breaks a text between words so that no line is wider than width.
func wrap(text string, width int, first, next string) []string {
	var lines []string
	line, indent := first, first
	for _, word := range strings.Fields(text) {
		room := width - utf8.RuneCountInString(line) - 1
		if line != indent && utf8.RuneCountInString(word) > room {
			lines = append(lines, line)
			line, indent = next, next
		}
		if line != indent {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}
