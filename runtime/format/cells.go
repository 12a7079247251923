package format

import (
	"strings"
	"unicode/utf8"
)

const ellipsis = "…"

// runeCells is the number of console cells of a character, counted as
// PowerShell counts: East Asian wide characters and those outside the basic
// plane take two, all others one.
func runeCells(r rune) int {
	switch {
	case r < 0x1100:
		return 1
	case r > 0xffff,
		r <= 0x115f, r == 0x2329, r == 0x232a,
		r >= 0x2e80 && r <= 0xa4cf && r != 0x303f,
		r >= 0xac00 && r <= 0xd7a3,
		r >= 0xf900 && r <= 0xfaff,
		r >= 0xfe10 && r <= 0xfe19,
		r >= 0xfe30 && r <= 0xfe6f,
		r >= 0xff00 && r <= 0xff60,
		r >= 0xffe0 && r <= 0xffe6:
		return 2
	}
	return 1
}

// cells is the number of console cells of a text; escape sequences that set
// colours take none.
func cells(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] == escape {
			return slowCells(s)
		}
	}
	return len(s)
}

func slowCells(s string) int {
	n := 0
	for i := 0; i < len(s); {
		if skip := escapeLen(s[i:]); skip > 0 {
			i += skip
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		n += runeCells(r)
		i += size
	}
	return n
}

// head returns the longest beginning of s that fits into width cells.
func head(s string, width int) string {
	n := 0
	for i, r := range s {
		if n += runeCells(r); n > width {
			return s[:i]
		}
	}
	return s
}

// tail returns the longest end of s that fits into width cells.
func tail(s string, width int) string {
	n := 0
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if n += runeCells(r); n > width {
			return s[i:]
		}
		i -= size
	}
	return s
}

// atNewline cuts a text at its first line break and marks the cut.
func atNewline(s string) string {
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		return s[:i] + ellipsis
	}
	return s
}

// splitLines splits at \n and \r\n.
func splitLines(s string) []string {
	if !strings.ContainsAny(s, "\r\n") {
		return []string{s}
	}
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimSuffix(lines[i], "\r")
	}
	return lines
}

// blanks returns n spaces.
func blanks(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blankRun) {
		return blankRun[:n]
	}
	return strings.Repeat(" ", n)
}

var (
	blankRun = strings.Repeat(" ", 256)
	dashRun  = strings.Repeat("-", 256)
)

func dashes(n int) string {
	if n <= len(dashRun) {
		return dashRun[:n]
	}
	return strings.Repeat("-", n)
}
