package netfmt

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// row is one recorded answer: an expression and the value it gave.
type row struct{ expression, answer string }

// table reads a table of recorded answers.
func table(t *testing.T, name string) []row {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "testdata", "tables", name))
	require.NoError(t, err)
	defer file.Close()
	var rows []row
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		expression, answer, ok := strings.Cut(lines.Text(), "\t")
		if ok {
			rows = append(rows, row{expression, answer})
		}
	}
	require.NoError(t, lines.Err())
	return rows
}

// between returns the text between a prefix and a suffix.
func between(s, prefix, suffix string) (string, bool) {
	if !strings.HasPrefix(s, prefix) || !strings.HasSuffix(s, suffix) || len(s) < len(prefix)+len(suffix) {
		return "", false
	}
	return s[len(prefix) : len(s)-len(suffix)], true
}

// answerText returns the text of a recorded string.
func answerText(answer string) (string, bool) {
	return between(answer, "String '", "'")
}

// unquote undoes the doubling of quotes in a single-quoted literal.
func unquote(s string) string { return strings.ReplaceAll(s, "''", "'") }

// TestMain runs the tests in UTC, where the answers were recorded.
func TestMain(m *testing.M) {
	time.Local = time.UTC
	os.Exit(m.Run())
}
