package utility

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/dlclark/regexp2"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/patterns"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/dotnet/fileio"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// SelectString is Select-String.
type SelectString struct {
	Culture       string         `ps:"notnull"`
	InputObject   value.Value    `ps:"type=psobject,allownull,allowemptystring,mandatory,pipeline,set=Object|ObjectRaw"`
	Pattern       []string       `ps:"mandatory,position=0"`
	Path          []string       `ps:"mandatory,position=1,byname,set=File|FileRaw"`
	LiteralPath   []string       `ps:"alias=PSPath|LP,mandatory,byname,set=LiteralFile|LiteralFileRaw"`
	Raw           cmdlets.Switch `ps:"mandatory,set=ObjectRaw|FileRaw|LiteralFileRaw"`
	SimpleMatch   cmdlets.Switch `ps:""`
	CaseSensitive cmdlets.Switch `ps:""`
	Quiet         cmdlets.Switch `ps:"set=Object|File|LiteralFile"`
	List          cmdlets.Switch `ps:""`
	NoEmphasis    cmdlets.Switch `ps:""`
	Include       []string       `ps:"notnullorempty"`
	Exclude       []string       `ps:"notnullorempty"`
	NotMatch      cmdlets.Switch `ps:""`
	AllMatches    cmdlets.Switch `ps:""`
	Encoding      value.Value    `ps:"type=System.Text.Encoding,notnullorempty,transform=encoding"`
	Context       []int          `ps:"count=1:2,notnullorempty,range=0:2147483647"`

	engines []netfmt.Regex
	// stream tracks the lines from the pipeline, number counts them.
	stream     *matchTracker
	streamDone bool
	number     int
}

// Begin compiles the patterns.
func (c *SelectString) Begin(ctx *runtime.Context) error {
	if c.Culture != "" && !bool(c.SimpleMatch) {
		return ctx.Throw(errs.New("System.InvalidOperationException", "You must specify -Culture parameter only with -SimpleMatch parameter.",
			"CannotSpecifyCultureWithoutSimpleMatch", value.InvalidData, value.Null))
	}
	options := regexp2.RegexOptions(regexp2.IgnoreCase)
	if c.CaseSensitive {
		options = regexp2.None
	}
	for _, pattern := range c.Pattern {
		if c.SimpleMatch {
			pattern = text.EscapeRegex(pattern)
		}
		re, err := netfmt.LoadRegex(pattern, options)
		if err != nil {
			return ctx.Throw(errs.New("System.ArgumentException",
				fmt.Sprintf("The string %s is not a valid regular expression: %s", pattern, err), "InvalidRegex", value.InvalidArgument, value.Null))
		}
		c.engines = append(c.engines, re)
	}
	c.stream = c.tracker(ctx, &c.streamDone)
	return nil
}

// tracker returns a tracker that emits matches, and notes in done when -Quiet
// or -List want no more.
func (c *SelectString) tracker(ctx *runtime.Context, done *bool) *matchTracker {
	t := &matchTracker{yield: func(m *MatchInfo) error { return c.emit(ctx, m, done) }}
	if len(c.Context) > 0 && !bool(c.Raw) {
		t.before, t.after = c.Context[0], c.Context[len(c.Context)-1]
	}
	return t
}

func (c *SelectString) emit(ctx *runtime.Context, m *MatchInfo, done *bool) error {
	switch {
	case *done:
		return nil
	case bool(c.Quiet):
		*done = true
		return ctx.Emit(value.True)
	case bool(c.Raw):
		return ctx.Emit(value.Str(m.Line))
	}
	return ctx.Emit(value.Obj(m))
}

// Process searches the files, or the input object's text.
func (c *SelectString) Process(ctx *runtime.Context) error {
	if len(c.Path) > 0 || len(c.LiteralPath) > 0 {
		return c.searchFiles(ctx)
	}
	if c.streamDone {
		return nil
	}
	if f, ok := value.As[*fileio.FileItem](c.InputObject); ok {
		_, err := c.searchFile(ctx, f.Path)
		return err
	}
	c.number++
	text := value.ToString(ctx.Env(), c.InputObject)
	if m, ok := value.As[*MatchInfo](c.InputObject); ok {
		text = m.Line
	}
	m, err := c.match(text)
	if err != nil {
		return err
	}
	if m == nil {
		return c.stream.line(text)
	}
	m.Path, m.LineNumber = inputStream, c.number
	return c.stream.match(m)
}

// End hands on matches that still waited for context.
func (c *SelectString) End(*runtime.Context) error { return c.stream.flush(true) }

func (c *SelectString) searchFiles(ctx *runtime.Context) error {
	paths, o := c.Path, providers.Options{Force: true}
	if len(c.LiteralPath) > 0 {
		paths, o.Literal = c.LiteralPath, true
	}
	found := false
	err := providers.Each(ctx, paths, o, func(p providers.Place) error {
		if found && bool(c.Quiet) || p.Flat() || p.IsContainer() || !patterns.Selected(p.Name(), c.Include, c.Exclude) {
			return nil
		}
		any, err := c.searchFile(ctx, p.Path)
		found = found || any
		return err
	})
	if err == nil && bool(c.Quiet) && !found {
		return ctx.Emit(value.False)
	}
	return err
}

// searchFile searches the lines of a file and reports whether any matched.
func (c *SelectString) searchFile(ctx *runtime.Context, path string) (bool, error) {
	encoding := files.EncodingOf(c.Encoding)
	in, err := files.OpenText(path, encoding)
	if err != nil {
		return false, c.unreadable(ctx, path, err)
	}
	defer in.Close()
	done, found := false, false
	t := c.tracker(ctx, &done)
	reader := bufio.NewReader(in)
	for number := 1; !done; number++ {
		text, err := reader.ReadString('\n')
		if err == io.EOF && text == "" {
			break
		}
		if err != nil && err != io.EOF {
			return found, c.unreadable(ctx, path, err)
		}
		text = strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r")
		if err := c.fileLine(t, text, path, number, &found); err != nil {
			return found, err
		}
		if found && bool(c.List) {
			break
		}
	}
	return found, t.flush(true)
}

// unreadable reports that a file cannot be read, or not to its end.
func (*SelectString) unreadable(ctx *runtime.Context, path string, err error) error {
	rec := files.Failure(err, path, "ProcessingFile", value.InvalidArgument)
	return ctx.WriteError(errs.New("System.ArgumentException", fmt.Sprintf("The file %s cannot be read: %s", path, rec.Message()),
		"ProcessingFile", value.InvalidArgument, value.Null))
}

func (c *SelectString) fileLine(t *matchTracker, text, path string, number int, found *bool) error {
	m, err := c.match(text)
	if err != nil {
		return err
	}
	if m == nil {
		return t.line(text)
	}
	*found = true
	m.Path, m.LineNumber = path, number
	return t.match(m)
}

// match tries the patterns on a line; nil means that the line is not wanted.
func (c *SelectString) match(line string) (*MatchInfo, error) {
	for i, re := range c.engines {
		found, err := firstMatch(re, line)
		if err != nil {
			return nil, err
		}
		if found == nil {
			continue
		}
		if c.NotMatch {
			return nil, nil
		}
		m := &MatchInfo{Line: line, Pattern: c.Pattern[i], IgnoreCase: !bool(c.CaseSensitive)}
		for found != nil && err == nil {
			if !c.NoEmphasis {
				m.Emphasized = append(m.Emphasized, Span{found.Index, found.Length})
			}
			if !c.SimpleMatch {
				m.Matches = append(m.Matches, text.NewMatch(line, re, found))
			}
			if c.SimpleMatch || !c.AllMatches {
				break
			}
			found, err = re.FindNextMatch(found)
		}
		return m, err
	}
	if !c.NotMatch {
		return nil, nil
	}
	return &MatchInfo{Line: line, Pattern: c.Pattern[0], IgnoreCase: !bool(c.CaseSensitive)}, nil
}

// firstMatch asks the general engine only where the quick one finds something.
func firstMatch(re netfmt.Regex, line string) (*regexp2.Match, error) {
	if re.Quick != nil && netfmt.IsASCII(line) {
		if found, err := re.Quick.Matches(line); !found {
			return nil, err
		}
	}
	return re.FindStringMatch(line)
}
