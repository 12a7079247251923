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
	set := func(sig string, get func(m *MatchInfo) value.Value, put func(m *MatchInfo, v value.Value)) {
		r.Property(sig, func(_ value.Env, this value.Value) (value.Value, error) { return get(of(this)), nil },
			func(_ value.Env, this, to value.Value) error { put(of(this), to); return nil })
	}
	set("bool IgnoreCase", func(m *MatchInfo) value.Value { return value.Bool(m.IgnoreCase) }, func(m *MatchInfo, v value.Value) { m.IgnoreCase = value.Truth(v) })
	set("ulong LineNumber", func(m *MatchInfo) value.Value { return value.Integer(value.KindUInt64, int64(m.LineNumber)) }, func(m *MatchInfo, v value.Value) { m.LineNumber = int(v.Int64()) })
	set("string Line", func(m *MatchInfo) value.Value { return value.Str(m.Line) }, func(m *MatchInfo, v value.Value) { m.Line = v.Text() })
	r.Get("string Filename", func(v value.Value) value.Value { return value.Str(of(v).Filename()) })
	set("string Path", func(m *MatchInfo) value.Value { return value.Str(m.Path) }, func(m *MatchInfo, v value.Value) { m.Path = v.Text() })
	set("string Pattern", func(m *MatchInfo) value.Value { return value.Str(m.Pattern) }, func(m *MatchInfo, v value.Value) { m.Pattern = v.Text() })
	set("Microsoft.PowerShell.Commands.MatchInfoContext Context", func(m *MatchInfo) value.Value {
		if m.Context == nil {
			return value.Null
		}
		return value.Obj(m.Context)
	}, func(m *MatchInfo, v value.Value) { m.Context, _ = value.As[*MatchContext](v) })
	set("System.Text.RegularExpressions.Match[] Matches", func(m *MatchInfo) value.Value { return value.List(m.Matches...) },
		func(m *MatchInfo, v value.Value) {
			if list, ok := value.As[*value.Array](v); ok {
				m.Matches = list.Items
			}
		})
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
	lines := func(name string, of func(c *MatchContext) *[]string) {
		r.Property("string[] "+name, func(_ value.Env, this value.Value) (value.Value, error) {
			c, _ := value.As[*MatchContext](this)
			return value.Strings(*of(c)...), nil
		}, func(env value.Env, this, to value.Value) error {
			c, _ := value.As[*MatchContext](this)
			var texts []string
			if list, ok := value.As[*value.Array](to); ok {
				for _, item := range list.Items {
					texts = append(texts, value.ToString(env, item))
				}
			}
			*of(c) = texts
			return nil
		})
	}
	lines("PreContext", func(c *MatchContext) *[]string { return &c.Pre })
	lines("PostContext", func(c *MatchContext) *[]string { return &c.Post })
	lines("DisplayPreContext", func(c *MatchContext) *[]string { return &c.DisplayPre })
	lines("DisplayPostContext", func(c *MatchContext) *[]string { return &c.DisplayPost })
}
