package format

import (
	"strings"
	"unicode/utf8"
)

// escape begins the sequences that set colours and styles.
const escape = 0x1b

// escapeLen is the length of the sequence at the start of s that takes no
// cell, or 0: one that sets a colour or a mode, or one that makes a link.
func escapeLen(s string) int {
	if len(s) < 3 || s[0] != escape {
		return 0
	}
	if strings.HasPrefix(s, "\x1b]8;;") {
		if end := strings.Index(s, "\x1b\\"); end >= 0 {
			return end + 2
		}
		return 0
	}
	if s[1] != '[' {
		return 0
	}
	mode := s[2] == '?'
	from := 2
	if mode {
		from = 3
	}
	for i := from; i < len(s); i++ {
		switch c := s[i]; {
		case !mode && c == 'm', mode && i > from && (c == 'h' || c == 'l'):
			return i + 1
		case (mode || c != ';') && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

// eachStyled gives the characters of s and the sequences between them in turn;
// cells is 0 for a sequence. It ends when yield returns false.
func eachStyled(s string, yield func(part string, cells int) bool) {
	for i := 0; i < len(s); {
		n, width := escapeLen(s[i:]), 0
		if n == 0 {
			var r rune
			r, n = utf8.DecodeRuneInString(s[i:])
			width = runeCells(r)
		}
		if !yield(s[i:i+n], width) {
			return
		}
		i += n
	}
}

// styledHead is head for a text with sequences: those before the cut stay, and
// mark, which says that something was cut, stands before the last reset.
func styledHead(s string, width int, mark string) string {
	var out strings.Builder
	used := 0
	eachStyled(s, func(part string, cells int) bool {
		if used += cells; used > width {
			return false
		}
		out.WriteString(part)
		return cells == 0 || used < width
	})
	return withMark(out.String(), mark)
}

// styledTail is tail for a text with sequences: all of them stay.
func styledTail(s string, width int, mark string) string {
	skip := cells(s) - width
	var out strings.Builder
	begun := false
	eachStyled(s, func(part string, cells int) bool {
		if cells > 0 && skip > 0 {
			skip -= cells
			return true
		}
		if cells > 0 && !begun {
			begun = true
			out.WriteString(mark)
		}
		out.WriteString(part)
		return true
	})
	return withMark(out.String(), "")
}

func withMark(s, mark string) string { return strings.TrimSuffix(s, styleReset) + mark + styleReset }

// SplitStyled splits a text into lines; each begins with the sequences that
// stand before it in the text and ends without an open style.
func SplitStyled(s string) []string {
	if strings.IndexByte(s, escape) < 0 {
		return splitLines(s)
	}
	var lines []string
	var line, before strings.Builder
	eachStyled(s, func(part string, cells int) bool {
		switch {
		case cells == 0:
			line.WriteString(part)
			before.WriteString(part)
		case part == "\n":
			lines = append(lines, reset(line.String(), before.Len() > 0))
			line.Reset()
			line.WriteString(before.String())
		case part != "\r":
			line.WriteString(part)
		}
		return true
	})
	last := line.String()
	if last == before.String() {
		last = ""
	}
	return append(lines, reset(last, last != "" && before.Len() > 0))
}

// reset ends a text in which sequences were used.
func reset(s string, styled bool) string {
	if styled && !strings.HasSuffix(s, styleReset) {
		return s + styleReset
	}
	return s
}

// styledWords splits a line as words does; a word in which styles are open
// ends with a reset behind its space, and the next one takes them up again.
func styledWords(line string) []string {
	var out []string
	var word, before strings.Builder
	eachStyled(line, func(part string, cells int) bool {
		word.WriteString(part)
		switch {
		case cells == 0:
			before.WriteString(part)
		case part == " " || part == "\t" || part == string(softHyphen):
			out = append(out, endWord(word.String(), part, before.Len() > 0))
			word.Reset()
			word.WriteString(before.String())
		}
		return true
	})
	last := word.String()
	if last == before.String() {
		return append(out, "")
	}
	return append(out, reset(last, before.Len() > 0))
}

func endWord(word, delimiter string, styled bool) string {
	bare := strings.TrimSuffix(word, delimiter)
	if !styled || strings.HasSuffix(bare, styleReset) {
		return word
	}
	return word + styleReset
}
