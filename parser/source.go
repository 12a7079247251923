package parser

import (
	"sort"
	"strings"
)

// Source is a parsed text with its name, for positions in errors.
type Source struct {
	// Name is the script's path, or "" for text typed or given as a string.
	Name string
	Text string
	// Comments are the ranges of the comments in Text, in order, once it was
	// parsed.
	Comments []Span

	lines []int32
}

// NewSource returns the source for text; name may be empty.
func NewSource(name, text string) *Source {
	return &Source{Name: name, Text: text}
}

// Position is a place in the text; Line and Column count from 1, Column in
// UTF-16 units as in .NET.
type Position struct {
	Line, Column int
}

// Slice returns the text of a span.
func (s *Source) Slice(span Span) string {
	return s.Text[span.Start:span.End]
}

// Position returns the line and column of a byte offset.
func (s *Source) Position(offset int32) Position {
	s.index()
	line := sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset }) - 1
	column := 1
	for _, r := range s.Text[s.lines[line]:min(int(offset), len(s.Text))] {
		if column++; r > 0xffff {
			column++
		}
	}
	return Position{Line: line + 1, Column: column}
}

// Line returns the text of a line, counted from 1, without its line break.
func (s *Source) Line(n int) string {
	s.index()
	if n < 1 || n > len(s.lines) {
		return ""
	}
	start, end := int(s.lines[n-1]), len(s.Text)
	if n < len(s.lines) {
		end = int(s.lines[n])
	}
	return strings.TrimRight(s.Text[start:end], "\r\n")
}

func (s *Source) index() {
	if s.lines != nil {
		return
	}
	s.lines = append(s.lines, 0)
	for i := 0; i < len(s.Text); i++ {
		if s.Text[i] == '\n' || s.Text[i] == '\r' && (i+1 == len(s.Text) || s.Text[i+1] != '\n') {
			s.lines = append(s.lines, int32(i+1))
		}
	}
}
