package format

import "strings"

const softHyphen = '\u00ad'

// wrapLines breaks a text into lines of at most first and then following
// cells, at spaces where it can.
func wrapLines(text string, first, following int) []string {
	if text == "" || cells(text) <= first && !strings.ContainsAny(text, "\r\n") {
		return []string{text}
	}
	var out []string
	for _, line := range SplitStyled(text) {
		if cells(line) <= first {
			out = append(out, line)
			continue
		}
		w := wrapper{out: out, width: first, left: first, following: following}
		for _, word := range words(line) {
			w.add(word)
		}
		out = append(w.out, w.line.String())
	}
	return out
}

// words splits a line behind each space, tab and soft hyphen, which stays at
// the end of its word.
func words(line string) []string {
	if strings.IndexByte(line, escape) >= 0 {
		return styledWords(line)
	}
	var out []string
	start := 0
	for i, r := range line {
		if r == ' ' || r == '\t' || r == softHyphen {
			end := i + len(string(r))
			out = append(out, line[start:end])
			start = end
		}
	}
	return append(out, line[start:])
}

type wrapper struct {
	out         []string
	line        strings.Builder
	width, left int
	following   int
	pastFirst   bool
}

func (w *wrapper) newLine() {
	w.out = append(w.out, w.line.String())
	w.line.Reset()
	if !w.pastFirst {
		w.pastFirst = true
		w.width = w.following
	}
	w.left = w.width
}

func (w *wrapper) add(word string) {
	if bare, soft := strings.CutSuffix(word, string(softHyphen)); soft {
		if word = bare; cells(bare)+1 == w.left {
			word += "-"
		}
	}
	n := cells(word)
	if n > w.width {
		w.addRunes(word)
		return
	}
	if n > w.left {
		w.newLine()
	}
	w.line.WriteString(word)
	w.left -= n
}

// addRunes breaks a word that is wider than a whole line.
func (w *wrapper) addRunes(word string) {
	before := ""
	eachStyled(word, func(part string, n int) bool {
		if n == 0 {
			w.line.WriteString(part)
			before += part
			return true
		}
		if n > w.width {
			part, n = "?", 1
		}
		if n > w.left {
			if before != "" && !strings.HasSuffix(w.line.String(), styleReset) {
				w.line.WriteString(styleReset)
			}
			w.newLine()
			w.line.WriteString(before)
		}
		w.line.WriteString(part)
		w.left -= n
		return true
	})
}
