// Package help reads the comments that document functions and scripts, and
// lays help out as the console shows it.
package help

import (
	"regexp"
	"strings"

	"exolab/parser"
)

// Comment is what comment-based help says. Texts end with a line break.
type Comment struct {
	Synopsis, Description, Notes     string
	Component, Role, Functionality   string
	Parameters                       map[string]string
	Examples, Inputs, Outputs, Links []string
	// Forward names the command whose help stands in for this one.
	Forward string
}

var directive = regexp.MustCompile(`^\s*\.(\w+)(\s+(\S.*))?\s*$`)

// FromScript finds the help of a script block: at the start or the end of its
// body or, for a function, before its definition. It is nil without one.
func FromScript(b *parser.ScriptBlock, isFunction bool) *Comment {
	source := b.Source
	if source == nil {
		return nil
	}
	groups := groupComments(source)
	body := b.Body
	for _, g := range groups {
		if g.start >= body.Start && blank(source, body.Start, g.start) || g.end <= body.End && g.start >= body.Start && blank(source, g.end, body.End) {
			if c := parseComment(g.lines); c != nil {
				return c
			}
		}
	}
	if !isFunction {
		return firstIn(groups, source)
	}
	start := definitionStart(source.Text, body.Start)
	for _, g := range groups {
		between := source.Slice(parser.Span{Start: min(g.end, start), End: start})
		if g.end <= start && strings.TrimSpace(between) == "" && strings.Count(between, "\n") <= 2 {
			return parseComment(g.lines)
		}
	}
	return nil
}

// firstIn is the help in the comments that begin a script.
func firstIn(groups []group, source *parser.Source) *Comment {
	at := int32(0)
	for _, g := range groups {
		if !blank(source, at, g.start) {
			return nil
		}
		if c := parseComment(g.lines); c != nil {
			return c
		}
		at = g.end
	}
	return nil
}

var definition = regexp.MustCompile(`(?i)\b(function|filter|workflow)\b`)

// definitionStart is where the definition begins whose body begins at body.
func definitionStart(text string, body int32) int32 {
	found := definition.FindAllStringIndex(text[:body], -1)
	if len(found) == 0 {
		return body
	}
	return int32(found[len(found)-1][0])
}

func blank(source *parser.Source, from, to int32) bool {
	return from <= to && strings.TrimSpace(source.Slice(parser.Span{Start: from, End: to})) == ""
}

// group is comments on lines that follow each other.
type group struct {
	start, end int32
	lines      []string
}

func groupComments(source *parser.Source) []group {
	var groups []group
	for _, c := range source.Comments {
		lines := commentLines(source.Slice(c))
		if n := len(groups); n > 0 && blank(source, groups[n-1].end, c.Start) &&
			strings.Count(source.Slice(parser.Span{Start: groups[n-1].end, End: c.Start}), "\n") <= 1 {
			groups[n-1].end = c.End
			groups[n-1].lines = append(groups[n-1].lines, lines...)
			continue
		}
		groups = append(groups, group{c.Start, c.End, lines})
	}
	return groups
}

// commentLines are the lines of a comment without its marks.
func commentLines(text string) []string {
	if strings.HasPrefix(text, "<#") {
		text = strings.TrimSuffix(strings.TrimPrefix(text, "<#"), "#>")
		return strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	}
	return []string{strings.TrimLeft(strings.TrimRight(text, "\r\n"), "#")}
}

// parseComment reads the sections; a comment with any other text is no help.
func parseComment(lines []string) *Comment {
	c := &Comment{Parameters: map[string]string{}}
	found := false
	for i := 0; i < len(lines); i++ {
		m := directive.FindStringSubmatch(lines[i])
		if m == nil {
			if strings.TrimSpace(lines[i]) != "" {
				return nil
			}
			continue
		}
		found = true
		var text string
		i, text = section(lines, i)
		if !c.set(strings.ToUpper(m[1]), strings.TrimSpace(m[3]), text) {
			return nil
		}
	}
	if !found {
		return nil
	}
	return c
}

// section collects the text below a directive, without the indentation of its
// first line.
func section(lines []string, at int) (last int, text string) {
	var out strings.Builder
	indent := -1
	i := at + 1
	for ; i < len(lines) && !directive.MatchString(lines[i]); i++ {
		line := lines[i]
		if indent < 0 {
			if strings.TrimSpace(line) == "" {
				continue
			}
			indent = len(line) - len(strings.TrimLeft(line, " \t"))
		}
		cut := 0
		for cut < len(line) && cut < indent && (line[cut] == ' ' || line[cut] == '\t') {
			cut++
		}
		out.WriteString(line[cut:] + "\n")
	}
	return i - 1, out.String()
}

// set stores a section; false says that there is none of that name.
func (c *Comment) set(name, argument, text string) bool {
	if argument != "" {
		switch name {
		case "PARAMETER":
			if _, known := c.Parameters[strings.ToUpper(argument)]; !known {
				c.Parameters[strings.ToUpper(argument)] = text
			}
		case "FORWARDHELPTARGETNAME":
			c.Forward = argument
		case "FORWARDHELPCATEGORY", "REMOTEHELPRUNSPACE", "EXTERNALHELP":
		default:
			return false
		}
		return true
	}
	if list := map[string]*[]string{"EXAMPLE": &c.Examples, "INPUTS": &c.Inputs, "OUTPUTS": &c.Outputs, "LINK": &c.Links}[name]; list != nil {
		*list = append(*list, text)
		return true
	}
	one := map[string]*string{"SYNOPSIS": &c.Synopsis, "DESCRIPTION": &c.Description, "NOTES": &c.Notes, "COMPONENT": &c.Component,
		"ROLE": &c.Role, "FUNCTIONALITY": &c.Functionality}[name]
	if one == nil {
		return false
	}
	*one = text
	return true
}

var (
	promptPart = regexp.MustCompile(`^.*?>`)
	codePart   = regexp.MustCompile(`(?s)^(.*?)\r?\n\r?\n(.*)$`)
)

// ExampleParts cuts an example into prompt, code and remarks.
func ExampleParts(text string) (prompt, code, remarks string) {
	prompt = "PS > "
	if m := promptPart.FindString(text); m != "" {
		prompt, text = m, text[len(m):]
	}
	if m := codePart.FindStringSubmatch(text); m != nil {
		return prompt, strings.TrimSpace(m[1]), m[2]
	}
	return prompt, strings.TrimSpace(text), ""
}
