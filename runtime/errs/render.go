package errs

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"exolab/runtime/value"
)

// View says how errors are shown.
type View struct {
	// Name is $ErrorView: ConciseView (also ""), NormalView, CategoryView or
	// DetailedView.
	Name string
	// Width is the console's; messages below a source line are wrapped to it.
	Width int
	// Known reports whether a command of that name can be seen from the global
	// scope; nil takes every command for known.
	Known func(name string) bool
	// Colours are the escape sequences to use; the zero value uses none.
	Colours Colours
}

// Colours are the escape sequences of an error: its text, what stands beside
// the source line, and the end of both.
type Colours struct{ Error, Accent, Reset string }

// Render returns the text by which a console shows the error. Like
// PowerShell's it ends with a line break where it shows a source line.
func Render(rec *Record, view View) string {
	switch value.Fold(view.Name) {
	case "normalview":
		return view.Colours.error(rec.normal())
	case "categoryview":
		return view.Colours.error((&CategoryInfo{Record: rec}).String())
	}
	return view.Colours.error(rec.concise(view)) + rec.recommendation(view.Colours)
}

func (c Colours) error(text string) string { return c.Error + text + c.Reset }

func (r *Record) recommendation(c Colours) string {
	if strings.TrimSpace(r.RecommendedAction) == "" {
		return ""
	}
	return "\n" + c.error("  Recommendation: "+r.RecommendedAction)
}

// concise is ConciseView: a heading, the line with a mark, the message.
func (r *Record) concise(view View) string {
	inv, c := r.Invocation, view.Colours
	if !r.showsLine() {
		return r.heading(view) + ": " + c.Error + r.plainMessage()
	}
	var out strings.Builder
	out.WriteString(r.heading(view) + ": ")
	at := inv.Source.Position(inv.Span.Start)
	if inv.Source.Name != "" {
		out.WriteString(c.Reset + inv.Source.Name + ":" + strconv.Itoa(at.Line))
	}
	number := strconv.Itoa(at.Line)
	margin := strings.Repeat(" ", max(0, len(number)-4))
	out.WriteString("\n" + c.Accent + margin + "Line |\n")
	line, mark := markedLine(inv.Source, inv.Span)
	out.WriteString(c.Accent + strings.Repeat(" ", max(0, 4-len(number))) + number + " | " + c.Reset + c.marked(" "+line+"\n", " "+mark))
	prefix := c.Accent + margin + "     | " + c.Error
	out.WriteString(prefix + " " + mark + "\n" + c.Error)
	message := prefix + r.plainMessage()
	if inv.Source.Name != "" || r.Category == value.ParserError {
		message = wrap(message, prefix, len(margin)+7, view.Width) + "\n"
	}
	out.WriteString(message)
	return out.String()
}

// marked colours the part of a source line that its mark stands under. The
// comparison is PowerShell's, by which a mark at the end of the line colours
// the line break.
func (c Colours) marked(line, mark string) string {
	if c == (Colours{}) {
		return line
	}
	runes := []rune(line)
	from := strings.IndexByte(mark, '~')
	length := len(strings.TrimSpace(mark))
	if length >= len(runes)-1 || from < 0 || from+length > len(runes) {
		return line
	}
	return string(runes[:from]) + c.Accent + string(runes[from:from+length]) + c.Reset + string(runes[from+length:])
}

// showsLine reports whether the error stands in a script or below the first
// line of what was typed.
func (r *Record) showsLine() bool {
	inv := r.Invocation
	if inv == nil || inv.Source == nil || inv.Span.End == 0 && inv.Span.Start == 0 || r.NoPosition {
		return false
	}
	return inv.Source.Name != "" || inv.Source.Position(inv.Span.Start).Line > 1 || r.Category == value.ParserError
}

// plainMessage is the message without the positions that a parser's carries.
func (r *Record) plainMessage() string {
	message := r.Message()
	if r.Category == value.ParserError && r.Details == "" {
		if _, after, ok := strings.Cut(message, "~\n"); ok {
			message, _, _ = strings.Cut(after, "\n\n")
		}
	}
	return message
}

// heading is what stands before the colon: the command if it is known, or the
// best word for what went wrong.
func (r *Record) heading(view View) string {
	inv := r.Invocation
	switch {
	case r.Thrown && value.ExceptionType("System.Management.Automation.RuntimeException").IsAssignableFrom(r.Exception.T):
		return "Exception"
	case inv != nil && inv.Command != "" && !inv.Script && (view.Known == nil || view.Known(inv.Command)):
		return inv.Command
	case r.Activity != "":
		return r.Activity
	case inv != nil && inv.Command != "":
		return inv.Command
	case inv != nil && inv.InvocationName != "":
		return inv.InvocationName
	case r.Category != value.NotSpecified:
		return (&CategoryInfo{Record: r}).Category()
	}
	if reason := (&CategoryInfo{Record: r}).Reason(); reason != "" {
		return reason
	}
	return "Error"
}

// wrap breaks a message at white space to a width; each line gets the prefix,
// which the message already begins with. cells is what the prefix takes on the
// screen, without its escape sequences.
func wrap(message, prefix string, cells, width int) string {
	message = strings.NewReplacer("\n", " ", "\t", " ").Replace(message)
	unseen := len(prefix) - cells
	if width <= 0 || units(message)-unseen <= width {
		return message
	}
	first := cutAtSpace(message, width+unseen)
	var out strings.Builder
	out.WriteString(first + "\n")
	rest := strings.TrimSpace(message[len(first):])
	for units(rest)+cells > width {
		line := cutAtSpace(prefix+rest, width+unseen)
		if len(line) <= len(prefix) {
			break
		}
		out.WriteString(line + "\n")
		rest = strings.TrimSpace(rest[len(line)-len(prefix):])
	}
	out.WriteString(prefix + strings.TrimSpace(rest))
	return out.String()
}

// cutAtSpace returns the beginning of s, at most n units long, up to the last
// white space in it.
func cutAtSpace(s string, n int) string {
	if units(s) <= n {
		return s
	}
	count, end := 0, 0
	for i, c := range s {
		if count += utf16.RuneLen(c); count > n {
			end = i
			break
		}
	}
	if at := strings.LastIndexAny(s[:end], " \t\n\r\u00a0"); at >= 0 {
		return s[:at]
	}
	return s[:end]
}

// units is the length of s in UTF-16 units.
func units(s string) int {
	n := 0
	for _, c := range s {
		n += max(1, utf16.RuneLen(c))
	}
	return n
}

// normal is NormalView: message, position, category and id.
func (r *Record) normal() string {
	var out strings.Builder
	inv := r.Invocation
	if inv != nil {
		switch {
		case inv.InvocationName != "" && inv.InvocationName != "&" && inv.InvocationName != ".":
			out.WriteString(inv.InvocationName + " : ")
		case inv.Command != "":
			out.WriteString(inv.Command + " : ")
		}
	}
	out.WriteString(r.Message())
	if inv != nil && (inv.Command != "" || r.Category != value.ParserError) && !r.NoPosition {
		if position := inv.PositionMessage(); position != "" {
			out.WriteString("\n" + position)
		}
	}
	out.WriteString("\n+ CategoryInfo          : " + (&CategoryInfo{Record: r}).String())
	out.WriteString("\n+ FullyQualifiedErrorId : " + r.ID)
	return out.String()
}
