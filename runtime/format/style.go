package format

import (
	"strings"

	"exolab/runtime/value"
)

// Style holds the escape sequences that views put around what they add to the
// text of objects. The zero Style adds none.
type Style struct {
	// TableHeader is for headers, CustomHeader for labels that are no property
	// of the object, Accent for the labels of lists.
	TableHeader, CustomHeader, Accent string
}

// PSStyle reads a property of $PSStyle, such as Formatting.Error.
func PSStyle(env value.Env, path ...string) string {
	v, err := pathOf(path...)(env, env.Variable("PSStyle"))
	if err != nil {
		return ""
	}
	return value.ToString(env, v)
}

// StyleOf is the style that $PSStyle asks for.
func StyleOf(env value.Env) Style {
	return Style{TableHeader: PSStyle(env, "Formatting", "TableHeader"), CustomHeader: PSStyle(env, "Formatting", "CustomTableHeaderLabel"),
		Accent: PSStyle(env, "Formatting", "FormatAccent")}
}

// styleReset ends all colours and styles.
const styleReset = "\x1b[0m"

// SetStyle makes the Output ask for the style of each view that it starts.
func (o *Output) SetStyle(style func() Style) { o.style = style }

func (o *Output) currentStyle() Style {
	if o.style == nil {
		return Style{}
	}
	return o.style()
}

// header puts the style of a header around a cell of it. custom cells have
// their style behind the separator that they begin with.
func (s *Style) header(cell string, custom, first bool) string {
	switch {
	case s.TableHeader == "":
		return cell
	case !custom:
		return s.TableHeader + cell + styleReset
	case cell == "":
		return styleReset
	case first:
		return s.CustomHeader + cell + styleReset
	}
	return cell[:1] + s.CustomHeader + cell[1:] + styleReset
}

// label puts the style of a list's label around it; padding stays plain.
func (s *Style) label(text string) string {
	if s.Accent == "" || strings.TrimSpace(text) == "" {
		return text
	}
	return s.Accent + text + styleReset
}

// closed ends the styles that a text leaves open.
func closed(text string) string {
	if strings.IndexByte(text, escape) >= 0 && !strings.HasSuffix(strings.TrimRight(text, " "), styleReset) {
		return text + styleReset
	}
	return text
}

// NewTextOutput returns an Output whose lines become text or a file: they keep
// no escape sequences unless $PSStyle.OutputRendering is Ansi.
func NewTextOutput(env value.Env, out LineWriter, width func() int) *Output {
	lines := &textLines{env: env, to: out}
	o := NewLineOutput(env, lines, width)
	o.SetStyle(func() Style {
		if lines.ansi() {
			return StyleOf(env)
		}
		return Style{}
	})
	return o
}

type textLines struct {
	env value.Env
	to  LineWriter
}

func (l *textLines) ansi() bool { return PSStyle(l.env, "OutputRendering") == "Ansi" }

// WriteLine passes on a line, plain if it has to be.
func (l *textLines) WriteLine(line string) error {
	if strings.IndexByte(line, escape) >= 0 && !l.ansi() {
		line = plain(line)
	}
	return l.to.WriteLine(line)
}

// plain takes the escape sequences out of a text.
func plain(s string) string {
	var out strings.Builder
	eachStyled(s, func(part string, cells int) bool {
		if cells > 0 {
			out.WriteString(part)
		}
		return true
	})
	return out.String()
}
