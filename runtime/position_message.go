package runtime

import (
	"fmt"
	"strings"

	"exolab/runtime/errs"
)

// positionMessage is InvocationInfo.PositionMessage: where the command stands,
// with its line and a mark under it.
func positionMessage(i *errs.Invocation) string {
	if i.Source == nil || i.Span.End == 0 {
		return ""
	}
	start, end := i.Source.Position(i.Span.Start), i.Source.Position(i.Span.End)
	line := strings.TrimRight(i.Source.Line(start.Line), " \t")
	from := "line:"
	if i.Source.Name != "" {
		from = i.Source.Name + ":"
	}
	runes := []rune(line)
	last := end.Column - 1
	if end.Line != start.Line || last > len(runes) {
		last = len(runes)
	}
	indent := leadingSpace(line)
	width := max(1, last-(start.Column-1))
	return fmt.Sprintf("At %s%d char:%d\n+ %s\n+ %s%s", from, start.Line, start.Column,
		line[indent:], strings.Repeat(" ", max(0, start.Column-1-indent)), strings.Repeat("~", width))
}

func leadingSpace(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }
