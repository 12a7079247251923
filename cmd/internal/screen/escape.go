package screen

import (
	"bytes"
	"strconv"
	"strings"
)

// escape consumes an escape sequence; those that only change the look or the
// keyboard are passed over.
func (s *Screen) escape(p []byte) int {
	if len(p) < 2 {
		return 0
	}
	switch p[1] {
	case '[':
		return s.control(p)
	case ']':
		if end := bytes.IndexByte(p, 0x07); end >= 0 {
			return end + 1
		}
		return 0
	case '(', ')':
		if len(p) < 3 {
			return 0
		}
		return 3
	}
	return 2
}

// control consumes a sequence that begins with ESC [.
func (s *Screen) control(p []byte) int {
	for i := 2; i < len(p); i++ {
		if p[i] >= 0x40 && p[i] <= 0x7e {
			s.run(p[i], string(p[2:i]))
			return i + 1
		}
	}
	return 0
}

func (s *Screen) run(command byte, parameters string) {
	n := numbers(parameters)
	count := max(1, n[0])
	at := s.at
	switch command {
	case 'A':
		s.moveTo(Place{max(s.top, at.Row-count), at.Column})
	case 'B':
		s.moveTo(Place{at.Row + count, at.Column})
	case 'C':
		s.moveTo(Place{at.Row, min(s.columns-1, at.Column+count)})
	case 'D':
		s.moveTo(Place{at.Row, max(0, at.Column-count)})
	case 'G':
		s.moveTo(Place{at.Row, count - 1})
	case 'H', 'f':
		s.moveTo(Place{s.top + count - 1, max(1, n[1]) - 1})
	case 'J':
		s.eraseScreen(n[0])
	case 'K':
		s.eraseLine(n[0])
	case 'n':
		if s.Reply != nil && n[0] == 6 {
			s.Reply("\x1b[" + strconv.Itoa(at.Row-s.top+1) + ";" + strconv.Itoa(at.Column+1) + "R")
		}
	}
}

func numbers(parameters string) [2]int {
	var n [2]int
	for i, part := range strings.SplitN(parameters, ";", 2) {
		n[i], _ = strconv.Atoi(part)
	}
	return n
}

// eraseScreen erases from the cursor on, or everything; what was erased
// wholly leaves the record of rows.
func (s *Screen) eraseScreen(how int) {
	if how >= 2 || s.at.Row == s.top && s.at.Column == 0 {
		s.clears++
		for i := s.top; i < len(s.rows); i++ {
			s.rows[i] = &row{}
		}
		return
	}
	s.eraseLine(0)
	for i := s.at.Row + 1; i < len(s.rows); i++ {
		s.rows[i] = &row{}
	}
}

func (s *Screen) eraseLine(how int) {
	line := s.rows[s.at.Row]
	switch how {
	case 0:
		line.cells = line.cells[:min(len(line.cells), s.cursorColumn())]
		line.wrapped = false
	case 1:
		for i := 0; i <= s.at.Column && i < len(line.cells); i++ {
			line.cells[i] = ' '
		}
	default:
		line.cells, line.wrapped = nil, false
	}
}
