package utility

import (
	"path/filepath"
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// MatchInfo is what Select-String gives for a line.
type MatchInfo struct {
	value.Extended
	Path, Line, Pattern string
	LineNumber          int
	IgnoreCase          bool
	Matches             []value.Value
	// Emphasized are the parts of the line that the console shows inverted.
	Emphasized []Span
	// Context is nil where no context was asked for.
	Context *MatchContext
}

// Span is a part of a line, counted in characters.
type Span struct{ Start, Length int }

// MatchContext is the lines around a match; the display ones leave out what
// is shown with another match.
type MatchContext struct {
	value.Extended
	Pre, Post, DisplayPre, DisplayPost []string
}

var (
	typeMatchInfo = &value.Type{Name: "MatchInfo", FullName: "Microsoft.PowerShell.Commands.MatchInfo", Kind: value.KindObject,
		Base: value.TypeObject, Load: loadMatchInfo}
	typeMatchContext = &value.Type{Name: "MatchInfoContext", FullName: "Microsoft.PowerShell.Commands.MatchInfoContext", Kind: value.KindObject,
		Base: value.TypeObject, Load: loadMatchContext}
)

// inputStream is the path of what came from the pipeline.
const inputStream = "InputStream"

// PSType returns MatchInfo's type.
func (m *MatchInfo) PSType() *value.Type { return typeMatchInfo }

// PSType returns MatchInfoContext.
func (c *MatchContext) PSType() *value.Type { return typeMatchContext }

// String is the line, with path and number where it came from a file.
func (m *MatchInfo) String() string { return m.text("", m.Line) }

// Filename is the name of the file.
func (m *MatchInfo) Filename() string {
	if m.Path == inputStream {
		return m.Path
	}
	return filepath.Base(m.Path)
}

// relativePath is the path as seen from a folder that contains it.
func (m *MatchInfo) relativePath(directory string) string {
	if m.Path == inputStream || directory == "" {
		return m.Path
	}
	if rest, ok := strings.CutPrefix(m.Path, strings.TrimSuffix(directory, "/")+"/"); ok {
		return rest
	}
	return m.Path
}

// emphasized is the line with its emphasized parts between the sequences
// Reverse and Reset.
func (m *MatchInfo) emphasized() string {
	const reverse, reset = "\x1b[7m", "\x1b[0m"
	if len(m.Emphasized) == 0 {
		return m.Line
	}
	line, at := []rune(m.Line), 0
	var out strings.Builder
	for _, s := range m.Emphasized {
		out.WriteString(string(line[at:s.Start]) + reverse + string(line[s.Start:s.Start+s.Length]) + reset)
		at = s.Start + s.Length
	}
	out.WriteString(string(line[at:]))
	return out.String()
}

// text shows the match, whose line is given, and its context, with paths as
// seen from directory.
func (m *MatchInfo) text(directory, matched string) string {
	path := m.relativePath(directory)
	if m.Context == nil {
		return m.line(matched, m.LineNumber, path, "")
	}
	var lines []string
	number := m.LineNumber - len(m.Context.DisplayPre)
	for _, l := range m.Context.DisplayPre {
		lines = append(lines, m.line(l, number, path, "  "))
		number++
	}
	lines = append(lines, m.line(matched, m.LineNumber, path, "> "))
	for i, l := range m.Context.DisplayPost {
		lines = append(lines, m.line(l, m.LineNumber+1+i, path, "  "))
	}
	return strings.Join(lines, "\n")
}

func (m *MatchInfo) line(text string, number int, path, prefix string) string {
	if m.Path == inputStream {
		return prefix + text
	}
	return prefix + path + ":" + strconv.Itoa(number) + ":" + text
}

func loadMatchInfo(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	of := func(v value.Value) *MatchInfo { info, _ := value.As[*MatchInfo](v); return info }
	r.Get("Microsoft.PowerShell.Commands.MatchInfoContext Context", func(v value.Value) value.Value {
		if c := of(v).Context; c != nil {
			return value.Obj(c)
		}
		return value.Null
	})
	r.Get("string Filename", func(v value.Value) value.Value { return value.Str(of(v).Filename()) })
	r.Get("bool IgnoreCase", func(v value.Value) value.Value { return value.Bool(of(v).IgnoreCase) })
	r.Get("string Line", func(v value.Value) value.Value { return value.Str(of(v).Line) })
	r.Get("long LineNumber", func(v value.Value) value.Value { return value.Long(int64(of(v).LineNumber)) })
	r.Get("System.Text.RegularExpressions.Match[] Matches", func(v value.Value) value.Value { return value.List(of(v).Matches...) })
	r.Get("string Path", func(v value.Value) value.Value { return value.Str(of(v).Path) })
	r.Get("string Pattern", func(v value.Value) value.Value { return value.Str(of(v).Pattern) })
	r.Method("string RelativePath(string directory)", func(c *value.Call) (value.Value, error) {
		return value.Str(of(c.This).relativePath(c.Args[0].Text())), nil
	})
	r.Method("string ToEmphasizedString(string directory)", func(c *value.Call) (value.Value, error) {
		m := of(c.This)
		return value.Str(m.text(c.Args[0].Text(), m.emphasized())), nil
	})
	r.Method("string ToString()", func(c *value.Call) (value.Value, error) { return value.Str(of(c.This).String()), nil })
	r.Method("string ToString(string directory)", func(c *value.Call) (value.Value, error) {
		m := of(c.This)
		return value.Str(m.text(c.Args[0].Text(), m.Line)), nil
	})
}

func loadMatchContext(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	of := func(v value.Value) *MatchContext { c, _ := value.As[*MatchContext](v); return c }
	r.Get("string[] DisplayPostContext", func(v value.Value) value.Value { return value.Strings(of(v).DisplayPost...) })
	r.Get("string[] DisplayPreContext", func(v value.Value) value.Value { return value.Strings(of(v).DisplayPre...) })
	r.Get("string[] PostContext", func(v value.Value) value.Value { return value.Strings(of(v).Post...) })
	r.Get("string[] PreContext", func(v value.Value) value.Value { return value.Strings(of(v).Pre...) })
}
