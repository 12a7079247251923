// Package screen is a model of a terminal's screen for tests: it understands
// what line editors and console programs send and says what stands there.
package screen

import (
	"strings"
	"unicode/utf8"
)

// Place is a position on the screen; rows count from the first one that was
// ever written, so they stay the same when the screen scrolls.
type Place struct{ Row, Column int }

type row struct {
	cells []rune
	// wrapped is set when the line goes on in the next row.
	wrapped bool
}

// wideTail marks the second cell of a wide character.
const wideTail = rune(-1)

// Screen is a terminal of a fixed size.
type Screen struct {
	columns, lines int
	rows           []*row
	at             Place
	// full is set when a character stands in the last column and the next one
	// goes to the following row.
	full    bool
	top     int
	clears  int
	pending []byte
	// Reply receives the answers to queries (the cursor position).
	Reply func(text string)
	// Record, unless nil, gets every byte that the program sends.
	Record *strings.Builder
}

// New returns an empty screen.
func New(columns, lines int) *Screen {
	return &Screen{columns: columns, lines: lines, rows: []*row{{}}}
}

// Cursor says where the cursor is.
func (s *Screen) Cursor() Place { return s.at }

// Top is the first row that is shown.
func (s *Screen) Top() Place { return Place{Row: s.top} }

// Clears counts how often the whole screen was erased.
func (s *Screen) Clears() int { return s.clears }

// Write feeds what the program sent. Sequences may be cut anywhere.
func (s *Screen) Write(p []byte) (int, error) {
	if s.Record != nil {
		s.Record.Write(p)
	}
	s.pending = append(s.pending, p...)
	for len(s.pending) > 0 {
		n := s.next(s.pending)
		if n == 0 {
			break
		}
		s.pending = s.pending[n:]
	}
	return len(p), nil
}

// next consumes one character or sequence and returns its length, 0 if it is
// not complete yet.
func (s *Screen) next(p []byte) int {
	if p[0] == 0x1b {
		return s.escape(p)
	}
	if !utf8.FullRune(p) {
		return 0
	}
	r, size := utf8.DecodeRune(p)
	s.character(r)
	return size
}

func (s *Screen) character(r rune) {
	switch {
	case r == '\r':
		s.moveTo(Place{s.at.Row, 0})
	case r == '\n':
		s.lineFeed()
	case r == '\b':
		s.moveTo(Place{s.at.Row, max(0, s.at.Column-1)})
	case r == '\t':
		s.moveTo(Place{s.at.Row, min(s.columns-1, (s.at.Column/8+1)*8)})
	case r >= ' ' && r != 0x7f:
		s.put(r)
	}
}

func (s *Screen) moveTo(p Place) {
	s.at, s.full = p, false
	for len(s.rows) <= p.Row {
		s.rows = append(s.rows, &row{})
	}
	s.top = max(s.top, p.Row-s.lines+1)
}

func (s *Screen) lineFeed() { s.moveTo(Place{s.at.Row + 1, s.at.Column}) }

func (s *Screen) put(r rune) {
	width := widthOf(r)
	if s.full || s.at.Column+width > s.columns {
		s.rows[s.at.Row].wrapped = true
		s.moveTo(Place{s.at.Row + 1, 0})
	}
	line := s.rows[s.at.Row]
	for len(line.cells) < s.at.Column+width {
		line.cells = append(line.cells, ' ')
	}
	line.cells[s.at.Column] = r
	if width == 2 {
		line.cells[s.at.Column+1] = wideTail
	}
	if s.at.Column+width == s.columns {
		s.full = true
		s.at.Column = s.columns - 1
		return
	}
	s.at.Column += width
}

// widthOf is 2 for the East Asian wide characters.
func widthOf(r rune) int {
	if r >= 0x1100 && r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 ||
		r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f || r >= 0xff00 && r <= 0xff60 || r >= 0x1f300 && r <= 0x1faff {
		return 2
	}
	return 1
}

// From returns what stands from a place to the cursor: rows that were broken
// by the width are joined, trailing spaces of finished lines are dropped.
func (s *Screen) From(p Place) string {
	var text strings.Builder
	for i := p.Row; i <= s.at.Row; i++ {
		from, to := 0, len(s.rows[i].cells)
		if i == p.Row {
			from = min(p.Column, to)
		}
		if i == s.at.Row {
			to = s.cursorColumn()
		}
		part := s.text(i, from, max(from, to))
		switch {
		case i == s.at.Row:
			text.WriteString(part)
		case s.rows[i].wrapped:
			text.WriteString(part)
		default:
			text.WriteString(strings.TrimRight(part, " ") + "\n")
		}
	}
	return text.String()
}

func (s *Screen) cursorColumn() int {
	if s.full {
		return s.columns
	}
	return s.at.Column
}

func (s *Screen) text(row, from, to int) string {
	var text strings.Builder
	for i := from; i < to; i++ {
		r := ' '
		if i < len(s.rows[row].cells) {
			r = s.rows[row].cells[i]
		}
		if r != wideTail {
			text.WriteRune(r)
		}
	}
	return text.String()
}
