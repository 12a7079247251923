package netfmt

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateScan reads a date in free form: numbers, names and separators in any
// order that leaves no doubt.
type dateScan struct {
	text string
	pos  int
	c    *Culture
	f    dateFields

	numbers [3]int
	widths  [3]int
	count   int
	month   int // by name, from 1
}

// dateFields is what a text said of a moment; -1 where it said nothing.
type dateFields struct {
	year, month, day     int
	hour, minute, second int
	fraction             int // ticks
	mark                 int // 0 AM, 1 PM
	weekday              int
	zone                 bool
	zulu                 bool
	offset               int64
}

func newDateFields() dateFields {
	return dateFields{year: -1, month: -1, day: -1, hour: -1, minute: -1, second: -1, mark: -1, weekday: -1}
}

func (s *dateScan) peek() byte {
	if s.pos < len(s.text) {
		return s.text[s.pos]
	}
	return 0
}

// scan reads the whole text.
func (s *dateScan) scan() error {
	for s.pos < len(s.text) {
		var err error
		switch c := s.peek(); {
		case isDigit(c):
			err = s.number()
		case isLetter(c) || c >= utf8.RuneSelf:
			err = s.word()
		case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',':
			s.pos++
		case c == '/' || c == '.' || c == '-' || c == '+':
			err = s.separator(c)
		default:
			err = badDate(s.text)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// separator reads a date separator, or the sign of an offset after the time.
func (s *dateScan) separator(c byte) error {
	if (c == '-' || c == '+') && s.f.hour >= 0 && (s.f.minute >= 0 || s.f.mark >= 0) && s.dateComplete() {
		return s.zone()
	}
	if c == '+' || (s.count == 0 && s.month == 0 && s.f.weekday < 0) {
		return badDate(s.text)
	}
	s.pos++
	if c = s.peek(); c == '/' || c == '-' || c == '.' || c == 0 {
		if c == 0 && s.month == 0 && s.text[s.pos-1] != '.' || c != 0 {
			return badDate(s.text)
		}
	}
	return nil
}

// dateComplete tells whether a sign cannot belong to the date any more.
func (s *dateScan) dateComplete() bool { return s.count != 1 || s.month != 0 }

// digitRun reads the digits at the position.
func (s *dateScan) digitRun() (value, width int, err error) {
	from := s.pos
	for isDigit(s.peek()) {
		if s.pos-from >= 8 {
			return 0, 0, badDate(s.text)
		}
		value = value*10 + int(s.peek()-'0')
		s.pos++
	}
	return value, s.pos - from, nil
}

// number reads a number of the date, or an hour and what belongs to it.
func (s *dateScan) number() error {
	value, width, err := s.digitRun()
	if err != nil {
		return err
	}
	if s.peek() == ':' {
		return s.clock(value)
	}
	if s.f.hour < 0 && s.beforeMark() {
		s.f.hour = value
		return nil
	}
	if s.count == len(s.numbers) {
		return badDate(s.text)
	}
	s.numbers[s.count], s.widths[s.count] = value, width
	s.count++
	return nil
}

// beforeMark tells whether AM or PM follows.
func (s *dateScan) beforeMark() bool {
	rest := strings.TrimLeft(s.text[s.pos:], " ")
	for _, mark := range []string{s.c.AM, s.c.PM} {
		if mark != "" && hasFoldPrefix(rest, mark) && !startsWithLetter(rest[len(mark):]) {
			return true
		}
	}
	return false
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && unicode.IsLetter(r)
}

func hasFoldPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// clock reads minutes, seconds and their fraction after an hour.
func (s *dateScan) clock(hour int) error {
	if s.f.hour >= 0 {
		return badDate(s.text)
	}
	s.f.hour = hour
	s.pos++
	var err error
	if s.f.minute, err = s.clockNumber(); err != nil {
		return err
	}
	if s.peek() != ':' {
		return nil
	}
	s.pos++
	if s.f.second, err = s.clockNumber(); err != nil {
		return err
	}
	if s.peek() == '.' {
		s.pos++
		if !isDigit(s.peek()) {
			return badDate(s.text)
		}
		s.f.fraction = s.fraction()
	}
	return nil
}

func (s *dateScan) clockNumber() (int, error) {
	value, width, err := s.digitRun()
	if err == nil && (width == 0 || width > 2) {
		err = badDate(s.text)
	}
	return value, err
}

// fraction reads any number of decimals, rounded to ticks.
func (s *dateScan) fraction() int {
	ticks, scale := 0, TicksPerSecond
	for isDigit(s.peek()) {
		digit := int(s.peek() - '0')
		if scale > 1 {
			scale /= 10
			ticks += digit * scale
		} else if scale == 1 {
			scale = 0
			if digit >= 5 {
				ticks++
			}
		}
		s.pos++
	}
	return ticks
}

// zone reads an offset such as +02:00, -5 or +0530.
func (s *dateScan) zone() error {
	if s.f.zone {
		return badDate(s.text)
	}
	negative := s.peek() == '-'
	s.pos++
	hours, width, err := s.digitRun()
	if err != nil || width == 0 {
		return badDate(s.text)
	}
	minutes := 0
	switch {
	case width == 3 || width == 4:
		hours, minutes = hours/100, hours%100
	case width > 4:
		return badDate(s.text)
	case s.peek() == ':':
		s.pos++
		if minutes, width, err = s.digitRun(); err != nil || width == 0 || width > 2 {
			return badDate(s.text)
		}
	}
	if minutes > 59 || hours > 14 {
		return badDate(s.text)
	}
	s.f.zone = true
	s.f.offset = int64(hours*60+minutes) * TicksPerMinute
	if negative {
		s.f.offset = -s.f.offset
	}
	return nil
}

// word reads a name: of a month, a day, a half of the day or a zone.
func (s *dateScan) word() error {
	from := s.pos
	for s.pos < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.pos:])
		if !unicode.IsLetter(r) {
			break
		}
		s.pos += size
	}
	if s.pos == from {
		return badDate(s.text)
	}
	word := s.text[from:s.pos]
	if index := nameIndex(word, s.c.Months[:], s.c.MonthsShort[:]); index >= 0 {
		if s.month != 0 {
			return badDate(s.text)
		}
		s.month = index + 1
		s.skipDot()
		return nil
	}
	if index := nameIndex(word, s.c.Days[:], s.c.DaysShort[:]); index >= 0 {
		if s.f.weekday >= 0 {
			return badDate(s.text)
		}
		s.f.weekday = index
		s.skipDot()
		return nil
	}
	return s.mark(word, from)
}

func (s *dateScan) skipDot() {
	if s.peek() == '.' {
		s.pos++
	}
}

func nameIndex(word string, lists ...[]string) int {
	for _, list := range lists {
		for i, name := range list {
			if strings.EqualFold(name, word) {
				return i
			}
		}
	}
	return -1
}

// mark reads AM, PM, T, Z or GMT.
func (s *dateScan) mark(word string, from int) error {
	switch {
	case strings.EqualFold(word, s.c.AM):
		return s.halfDay(0)
	case strings.EqualFold(word, s.c.PM):
		return s.halfDay(1)
	case strings.EqualFold(word, "T") && s.count > 0 && s.f.hour < 0 && isDigit(s.peek()):
		return nil
	case strings.EqualFold(word, "Z"), strings.EqualFold(word, "GMT"):
		if s.f.zone || s.count == 0 && s.f.hour < 0 {
			return badDate(s.text)
		}
		s.f.zone, s.f.zulu = true, true
		return nil
	case strings.EqualFold(word, "AD"):
		return nil
	}
	return unknownWord(s.text, from)
}

func (s *dateScan) halfDay(mark int) error {
	if s.f.mark >= 0 || s.f.hour < 0 {
		return badDate(s.text)
	}
	s.f.mark = mark
	return nil
}
