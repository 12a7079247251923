package help

import (
	"regexp"
	"strings"
)

// sections is what the keywords of a help comment say.
type sections struct {
	synopsis, description, notes   string
	component, role, functionality string
	examples                       []string
	inputs, outputs, links         []string
	// parameters are the descriptions by upper-case name.
	parameters map[string]string
	// forward is the command whose help is shown instead.
	forward string
	// external is the help file that is named instead of help.
	external string
}

// directive is a line with a keyword: its name and, behind it, its argument.
var directive = regexp.MustCompile(`^\s*\.(\w+)(?:\s+(\S.*))?\s*$`)

// commentLines are the lines of a comment without its marks.
func commentLines(comment string) []string {
	if strings.HasPrefix(comment, "<#") {
		comment = strings.TrimSuffix(comment[2:], "#>")
		comment = strings.ReplaceAll(comment, "\r\n", "\n")
		return strings.Split(strings.ReplaceAll(comment, "\r", "\n"), "\n")
	}
	return []string{strings.TrimLeft(comment, "#")}
}

// readSections reads the lines of a block of comments; nil when a line before
// the first keyword says something, or a keyword is unknown.
func readSections(lines []string) *sections {
	s := &sections{parameters: map[string]string{}}
	found := false
	for i := 0; i < len(lines); {
		match := directive.FindStringSubmatch(lines[i])
		if match == nil {
			if strings.TrimSpace(lines[i]) != "" {
				return nil
			}
			i++
			continue
		}
		found = true
		keyword, argument := strings.ToUpper(match[1]), strings.TrimSpace(match[2])
		var known bool
		if argument != "" {
			i, known = s.withArgument(keyword, argument, lines, i+1)
		} else {
			i, known = s.plain(keyword, lines, i+1)
		}
		if !known {
			return nil
		}
	}
	if !found {
		return nil
	}
	return s
}

// withArgument reads a keyword that names something; next is the line behind it.
func (s *sections) withArgument(keyword, argument string, lines []string, next int) (int, bool) {
	switch keyword {
	case "PARAMETER":
		body, next := section(lines, next)
		name := strings.ToUpper(argument)
		if _, told := s.parameters[name]; !told {
			s.parameters[name] = body
		}
		return next, true
	case "FORWARDHELPTARGETNAME":
		s.forward = argument
	case "EXTERNALHELP":
		s.external = argument
	case "FORWARDHELPCATEGORY", "REMOTEHELPRUNSPACE":
	default:
		return next, false
	}
	return next, true
}

// plain reads a keyword that stands alone on its line, and its text.
func (s *sections) plain(keyword string, lines []string, next int) (int, bool) {
	body, next := section(lines, next)
	switch keyword {
	case "SYNOPSIS":
		s.synopsis = body
	case "DESCRIPTION":
		s.description = body
	case "NOTES":
		s.notes = body
	case "LINK":
		s.links = append(s.links, strings.TrimSpace(body))
	case "EXAMPLE":
		s.examples = append(s.examples, body)
	case "INPUTS":
		s.inputs = append(s.inputs, body)
	case "OUTPUTS":
		s.outputs = append(s.outputs, body)
	case "COMPONENT":
		s.component = strings.TrimSpace(body)
	case "ROLE":
		s.role = strings.TrimSpace(body)
	case "FUNCTIONALITY":
		s.functionality = strings.TrimSpace(body)
	default:
		return next, false
	}
	return next, true
}

// section reads the text up to the next keyword and returns the line at which
// that stands. The first line tells how much indentation is taken off all.
func section(lines []string, i int) (body string, next int) {
	var b strings.Builder
	indent := -1
	for ; i < len(lines); i++ {
		line := lines[i]
		if indent < 0 && strings.TrimSpace(line) == "" {
			continue
		}
		if directive.MatchString(line) {
			break
		}
		if indent < 0 {
			indent = indentation(line, len(line))
		}
		b.WriteString(line[indentation(line, indent):])
		b.WriteByte('\n')
	}
	return b.String(), i
}

// indentation counts the bytes of white space at the start, up to a limit.
func indentation(line string, limit int) int {
	n := 0
	for _, r := range line {
		if n >= limit || r != ' ' && r != '\t' && r != '\u00a0' {
			break
		}
		n += len(string(r))
	}
	return n
}

var (
	examplePrompt = regexp.MustCompile(`^.*?>`)
	exampleParts  = regexp.MustCompile(`(?s)^(.*?)\r?\n\r?\n(.*)$`)
)

// defaultPrompt stands before the code of examples that show none.
const defaultPrompt = "PS > "

// example is an example taken apart.
type example struct{ prompt, code, remarks string }

// splitExample takes an example apart: a prompt up to the first `>`, code up
// to the first blank line, remarks.
func splitExample(content string) example {
	e := example{prompt: examplePrompt.FindString(content)}
	content = content[len(e.prompt):]
	if e.prompt == "" {
		e.prompt = defaultPrompt
	}
	if parts := exampleParts.FindStringSubmatch(content); parts != nil {
		e.code, e.remarks = strings.TrimSpace(parts[1]), parts[2]
	} else {
		e.code = strings.TrimSpace(content)
	}
	return e
}
