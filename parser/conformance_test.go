package parser_test

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/parser"
)

// recordedCase is one script of testdata/conformance with what PowerShell
// printed.
type recordedCase struct {
	name, script string
	output       []string
}

func recordedCases(t *testing.T) []recordedCase {
	files, err := filepath.Glob("../testdata/conformance/*/*.cases")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var all []recordedCase
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, block := range strings.Split("\n"+string(text), "\n### ")[1:] {
			all = append(all, readCase(filepath.Base(file), block))
		}
	}
	return all
}

func readCase(file, block string) recordedCase {
	name, rest, _ := strings.Cut(block, "\n")
	c := recordedCase{name: strings.TrimSuffix(file, ".cases") + "/" + strings.TrimSpace(name)}
	var script []string
	for _, line := range strings.Split(rest, "\n") {
		switch {
		case strings.HasPrefix(line, "#="):
			c.output = append(c.output, strings.TrimPrefix(strings.TrimPrefix(line, "#="), " "))
		case strings.HasPrefix(line, "#<"), strings.HasPrefix(line, "#!"):
		default:
			script = append(script, line)
		}
	}
	c.script = strings.Join(script, "\n")
	return c
}

var parserErrorHead = regexp.MustCompile(`^ParserError: <script>:(\d+)$`)

// recordedError is the parse error that PowerShell showed for a script.
type recordedError struct {
	line, column, length int
	message              string
}

func (c recordedCase) parseError() *recordedError {
	if len(c.output) < 5 {
		return nil
	}
	m := parserErrorHead.FindStringSubmatch(c.output[0])
	if m == nil {
		return nil
	}
	e := &recordedError{}
	e.line, _ = strconv.Atoi(m[1])
	_, marks, _ := strings.Cut(c.output[3], "|  ")
	e.column = strings.Index(marks, "~") + 1
	e.length = strings.Count(marks, "~")
	var words []string
	for _, line := range c.output[4:] {
		_, text, _ := strings.Cut(line, "| ")
		words = append(words, text)
	}
	e.message = strings.Join(words, " ")
	return e
}

// TestRecordedScripts checks that every recorded script parses, and that the
// errors of those that PowerShell refused are PowerShell's.
func TestRecordedScripts(t *testing.T) {
	for _, c := range recordedCases(t) {
		t.Run(c.name, func(t *testing.T) {
			_, err := parser.Parse("", c.script)
			want := c.parseError()
			if want == nil {
				require.NoError(t, err)
				return
			}
			var all *parser.ParseErrors
			require.True(t, errors.As(err, &all), "an error was expected: %s", want.message)
			got := all.Errors[0]
			at := all.Source.Position(got.Start)
			end := all.Source.Position(got.End)
			length := end.Column - at.Column
			if end.Line != at.Line {
				length = len(all.Source.Line(at.Line)) - at.Column + 1
			}
			require.Equal(t, *want, recordedError{at.Line, at.Column, max(length, 1), got.Message})
		})
	}
}
