// Package conformance reads recorded answers of real PowerShell and compares
// them with what exolab prints. The recordings lie in testdata; known
// differences are listed in testdata/known-deviations.txt, which may only
// shrink.
package conformance

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// Case is one recorded script with its console output and exit code.
type Case struct {
	// Area and Topic are the folder and file the case comes from.
	Area, Topic, Name string
	Script            string
	// Stdin holds the typed lines; nil means the run is not interactive.
	Stdin  []string
	Output string
	Exit   int
}

// ID names the case in reports and in the list of known deviations.
func (c Case) ID() string { return c.Area + "/" + c.Topic + "/" + c.Name }

// ReadCases reads every .cases file below dir, sorted by path.
func ReadCases(dir string) ([]Case, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.cases"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var all []Case
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		area := filepath.Base(filepath.Dir(file))
		topic := strings.TrimSuffix(filepath.Base(file), ".cases")
		cases, err := parseCases(area, topic, string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, cases...)
	}
	return all, nil
}

func parseCases(area, topic, text string) ([]Case, error) {
	var cases []Case
	for _, block := range strings.Split("\n"+text, "\n### ")[1:] {
		lines := strings.Split(block, "\n")
		c := Case{Area: area, Topic: topic, Name: strings.TrimSpace(lines[0])}
		if err := c.parse(lines[1:]); err != nil {
			return nil, fmt.Errorf("%s: %w", c.Name, err)
		}
		cases = append(cases, c)
	}
	return cases, nil
}

func (c *Case) parse(lines []string) error {
	var script, output []string
	for _, line := range lines {
		switch {
		case line == "#=":
			output = append(output, "")
		case strings.HasPrefix(line, "#= "):
			output = append(output, line[3:])
		case line == "#<":
			c.Stdin = append(c.Stdin, "")
		case strings.HasPrefix(line, "#< "):
			c.Stdin = append(c.Stdin, line[3:])
		case strings.HasPrefix(line, "#! exit "):
			n, err := strconv.Atoi(strings.TrimPrefix(line, "#! exit "))
			if err != nil {
				return err
			}
			c.Exit = n
		case strings.HasPrefix(line, "#! "):
			// no-newline says nothing that the comparison keeps
		default:
			script = append(script, line)
		}
	}
	c.Script = strings.TrimRight(strings.Join(script, "\n"), "\n") + "\n"
	c.Output = strings.Join(output, "\n")
	return nil
}

// Normalize removes what the comparison leaves out: trailing spaces on each
// line and blank lines at the end.
func Normalize(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\r")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}
