package errs

import (
	"fmt"
	"strings"

	"exolab/parser"
)

// PositionMessage says where the command stands: file, line and column, then
// the line and a mark under the command. It is "" where no text is known.
func (i *Invocation) PositionMessage() string {
	if i.Source == nil || i.Span.End == 0 && i.Span.Start == 0 {
		return ""
	}
	return PositionMessage(i.Source, i.Span)
}

// PositionMessage describes a range of a source text.
func PositionMessage(source *parser.Source, span parser.Span) string {
	at := source.Position(span.Start)
	from := "line"
	if source.Name != "" {
		from = source.Name
	}
	text := fmt.Sprintf("At %s:%d char:%d", from, at.Line, at.Column)
	line, mark := markedLine(source, span)
	if line == "" {
		return text
	}
	return text + "\n+ " + line + "\n+ " + mark
}

// The longest line that a position shows in full, and how much of the text
// before and after the marked part is kept of a longer one.
const (
	maxLine   = 69
	keptAhead = 12
	keptAfter = 8
)

// markedLine is the line on which a range begins, cut to a readable width, and
// the mark that goes under it.
func markedLine(source *parser.Source, span parser.Span) (line, mark string) {
	start, end := source.Position(span.Start), source.Position(span.End)
	text := []rune(strings.TrimRight(source.Line(start.Line), " \t\r\n"))
	if len(text) == 0 {
		return "", ""
	}
	before := min(start.Column-1, len(text))
	width := len(text) - before
	if start.Line == end.Line && end.Column <= len(text)+1 {
		width = end.Column - start.Column
	}
	text, before, width = expandTabs(text, before, width)
	prefix, suffix := "", ""
	if len(text) > maxLine {
		text, before, width, prefix, suffix = cutLine(text, before, width)
	}
	mark = strings.Repeat(" ", before+len([]rune(prefix))) + strings.Repeat("~", max(width, 1))
	return prefix + string(text) + suffix, mark
}

// expandTabs writes four spaces for each tab and moves the marked part along.
func expandTabs(text []rune, before, width int) ([]rune, int, int) {
	expand := func(part []rune) []rune { return []rune(strings.ReplaceAll(string(part), "\t", "    ")) }
	ahead, marked, after := expand(text[:before]), expand(text[before:before+width]), expand(text[before+width:])
	out := append(append(append([]rune(nil), ahead...), marked...), after...)
	return out, len(ahead), len(marked)
}

// cutLine cuts a long line around its marked part. Some of the text before it
// is kept, then as much of the marked part as fits, then of what follows.
func cutLine(text []rune, before, width int) (cut []rune, at, marked int, prefix, suffix string) {
	ahead, totalAfter := min(before, keptAhead), len(text)-width-before
	after := min(totalAfter, keptAfter)
	if total := ahead + width + after; total >= maxLine {
		if ahead+width >= maxLine {
			width = maxLine - ahead
		}
		suffix = " …"
	} else {
		ahead += min(before-ahead, maxLine-total)
		after += min(totalAfter-after, max(0, maxLine-(ahead+width+after)))
		if after < totalAfter {
			suffix = " …"
		}
	}
	if ahead < before {
		prefix = "… "
	}
	first := before - ahead
	return text[first : first+maxLine], ahead, min(width, maxLine-ahead), prefix, suffix
}
