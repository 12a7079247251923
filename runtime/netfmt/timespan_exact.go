package netfmt

import "strings"

// ParseTimeSpanExact reads a time span in one format: c, t, T, g, G or a custom
// one. negative tells that the custom format's digits mean a span below zero.
func ParseTimeSpanExact(text, format string, c *Culture, negative bool) (int64, error) {
	switch format {
	case "":
		return 0, formatError("Format specifier was invalid.")
	case "c", "t", "T", "g", "G":
		return ParseTimeSpan(text, c)
	}
	if len(format) == 1 {
		return 0, formatError("Format specifier was invalid.")
	}
	s := exactSpan{text: text, rest: text}
	if err := s.read(format); err != nil {
		return 0, err
	}
	if s.rest != "" {
		return 0, badSpan(text)
	}
	return s.ticks(negative)
}

// exactSpan holds what a custom format has read.
type exactSpan struct {
	text, rest                            string
	days, hours, minutes, seconds, ticked int64
	seen                                  string
}

// limits of the parts: how many digits a specifier may stand for at most.
var exactSpanWidths = map[byte]int{'d': 8, 'h': 2, 'm': 2, 's': 2, 'f': 7, 'F': 7}

func (s *exactSpan) read(format string) error {
	for i := 0; i < len(format); {
		n, err := s.step(format[i:])
		if err != nil {
			return err
		}
		i += n
	}
	return nil
}

// step reads what the start of the format asks for and returns how much of the
// format that was.
func (s *exactSpan) step(format string) (int, error) {
	bad := formatError("Format specifier was invalid.")
	switch at := format[0]; at {
	case 'd', 'h', 'm', 's', 'f', 'F':
		n := 1
		for n < len(format) && format[n] == at {
			n++
		}
		if n > exactSpanWidths[at] || strings.IndexByte(s.seen, at|0x20) >= 0 {
			return 0, bad
		}
		s.seen += string(at | 0x20)
		return n, s.part(at, n)
	case '%':
		if len(format) < 2 || format[1] == '%' {
			return 0, bad
		}
		return 1, nil
	case '\\':
		if len(format) < 2 {
			return 0, bad
		}
		return 2, s.literal(format[1:2])
	case '\'', '"':
		end := strings.IndexByte(format[1:], at)
		if end < 0 {
			return 0, bad
		}
		return end + 2, s.literal(format[1 : end+1])
	}
	return 0, bad
}

func (s *exactSpan) literal(want string) error {
	rest, ok := strings.CutPrefix(s.rest, want)
	if !ok {
		return badSpan(s.text)
	}
	s.rest = rest
	return nil
}

// part reads the digits of one specifier of n letters.
func (s *exactSpan) part(at byte, n int) error {
	least, most := n, n
	switch {
	case at == 'd' && n == 1:
		most = 8
	case at == 'F':
		least = 0
	case at != 'f' && n == 1:
		most = 2
	}
	number, width := int64(0), 0
	for width < most && width < len(s.rest) && isDigit(s.rest[width]) {
		number = number*10 + int64(s.rest[width]-'0')
		width++
	}
	if width < least {
		return badSpan(s.text)
	}
	s.rest = s.rest[width:]
	switch at {
	case 'd':
		s.days = number
	case 'h':
		s.hours = number
	case 'm':
		s.minutes = number
	case 's':
		s.seconds = number
	default:
		for ; width < 7; width++ {
			number *= 10
		}
		s.ticked = number
	}
	return nil
}

func (s *exactSpan) ticks(negative bool) (int64, error) {
	const second = 10_000_000
	if s.days > 10675199 || s.hours > 23 || s.minutes > 59 || s.seconds > 59 {
		return 0, spanOverflow(s.text)
	}
	all := (((s.days*24+s.hours)*60+s.minutes)*60+s.seconds)*second + s.ticked
	if all < 0 {
		return 0, spanOverflow(s.text)
	}
	if negative {
		all = -all
	}
	return all, nil
}
