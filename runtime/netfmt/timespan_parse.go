package netfmt

import "strings"

func badSpan(text string) error {
	return formatError("String '" + text + "' was not recognized as a valid TimeSpan.")
}

func spanOverflow(text string) error {
	return overflowError("The TimeSpan string '" + text +
		"' could not be parsed because at least one of the numeric components is out of range or contains too many digits.")
}

// ParseTimeSpan reads a time span in the forms d, h:m, h:m:s, d.h:m, d.h:m:s
// and d:h:m:s, each with a sign and a fraction of seconds. The errors are
// .NET's FormatException and OverflowException.
func ParseTimeSpan(text string, c *Culture) (int64, error) {
	s := spanScan{text: text, rest: strings.TrimSpace(text)}
	if s.rest == "" {
		return 0, badSpan(text)
	}
	if s.rest[0] == '-' {
		s.neg = true
		s.rest = s.rest[1:]
	}
	if err := s.tokens(); err != nil {
		return 0, err
	}
	return s.assign(c)
}

// spanScan holds the numbers of a time span and the separators after them.
type spanScan struct {
	text, rest string
	neg        bool
	values     [5]int64
	widths     [5]int
	zeros      [5]int
	count      int
	seps       string
}

func (s *spanScan) tokens() error {
	for {
		width, zeros, value := 0, 0, int64(0)
		overflow := false
		for s.rest != "" && isDigit(s.rest[0]) {
			if value == 0 && s.rest[0] == '0' {
				zeros++
			}
			value = value*10 + int64(s.rest[0]-'0')
			if value > 0x7FFFFFFF {
				overflow = true
				value = 0x7FFFFFFF
			}
			width++
			s.rest = s.rest[1:]
		}
		if overflow {
			return spanOverflow(s.text)
		}
		if width == 0 || s.count == len(s.values) {
			return badSpan(s.text)
		}
		s.values[s.count], s.widths[s.count], s.zeros[s.count] = value, width, zeros
		s.count++
		if s.rest == "" {
			return nil
		}
		if s.rest[0] != ':' && s.rest[0] != '.' {
			return badSpan(s.text)
		}
		s.seps += s.rest[:1]
		s.rest = s.rest[1:]
		if s.rest == "" && s.seps[len(s.seps)-1] == '.' {
			return badSpan(s.text)
		}
	}
}

// assign gives the numbers their meaning by the separators between them.
func (s *spanScan) assign(c *Culture) (int64, error) {
	v := s.values
	switch s.seps {
	case "":
		return s.ticks(v[0], 0, 0, 0, -1)
	case ":":
		return s.ticks(0, v[0], v[1], 0, -1)
	case "::":
		if d, err := s.ticks(0, v[0], v[1], v[2], -1); err == nil {
			return d, nil
		}
		return s.ticks(v[0], v[1], v[2], 0, -1)
	case ".:":
		return s.ticks(v[0], v[1], v[2], 0, -1)
	case ":.":
		return s.ticks(0, 0, v[0], v[1], 2)
	case ".::", ":::":
		return s.ticks(v[0], v[1], v[2], v[3], -1)
	case "::.":
		return s.ticks(0, v[0], v[1], v[2], 3)
	case ".::.", ":::.":
		return s.ticks(v[0], v[1], v[2], v[3], 4)
	}
	return 0, badSpan(s.text)
}

// ticks adds the parts up; fraction is the index of the fraction's number, or
// -1.
func (s *spanScan) ticks(days, hours, minutes, seconds int64, fraction int) (int64, error) {
	if days > 10675199 || hours > 23 || minutes > 59 || seconds > 59 {
		return 0, spanOverflow(s.text)
	}
	part := int64(0)
	if fraction >= 0 {
		var ok bool
		if part, ok = s.fraction(fraction); !ok {
			return 0, spanOverflow(s.text)
		}
	}
	total := uint64(days)*TicksPerDay + uint64((hours*3600+minutes*60+seconds)*TicksPerSecond+part)
	switch {
	case s.neg && total <= 1<<63:
		return -int64(total), nil
	case !s.neg && total < 1<<63:
		return int64(total), nil
	}
	return 0, spanOverflow(s.text)
}

// fraction scales the digits after the point to ticks; more than seven are
// rounded.
func (s *spanScan) fraction(i int) (int64, bool) {
	value, width := s.values[i], s.widths[i]
	for ; width < 7; width++ {
		value *= 10
	}
	for ; width > 8; width-- {
		value /= 10
	}
	if width == 8 {
		value = (value + 5) / 10
	}
	return value, true
}
