package netfmt

import "strings"

// FormatTimeSpan formats a number of 100 ns ticks as .NET's TimeSpan; without
// a format as c does. The error is .NET's FormatException.
func FormatTimeSpan(ticks int64, spec string, c *Culture) (string, error) {
	var space [48]byte
	dst := space[:0]
	s := splitSpan(ticks)
	switch {
	case spec == "" || len(spec) == 1 && strings.ContainsAny(spec, "ctT"):
		return string(s.constant(dst)), nil
	case spec == "g" || spec == "G":
		return string(s.general(dst, spec == "G", c)), nil
	case len(spec) == 1:
		return "", errInputFormat
	}
	dst, err := s.custom(dst, spec)
	return string(dst), err
}

// span is a TimeSpan taken apart, without its sign.
type span struct {
	neg                     bool
	days                    uint64
	hours, minutes, seconds uint64
	fraction                int
}

func splitSpan(ticks int64) span {
	t := uint64(ticks)
	if ticks < 0 {
		t = -t
	}
	return span{ticks < 0, t / TicksPerDay, t / TicksPerHour % 24, t / TicksPerMinute % 60,
		t / TicksPerSecond % 60, int(t % TicksPerSecond)}
}

func (s *span) constant(dst []byte) []byte {
	if s.neg {
		dst = append(dst, '-')
	}
	if s.days != 0 {
		dst = append(appendPadded(dst, s.days, 1), '.')
	}
	dst = append(appendPadded(dst, s.hours, 2), ':')
	dst = append(appendPadded(dst, s.minutes, 2), ':')
	dst = appendPadded(dst, s.seconds, 2)
	if s.fraction != 0 {
		dst = appendPadded(append(dst, '.'), uint64(s.fraction), 7)
	}
	return dst
}

func (s *span) general(dst []byte, long bool, c *Culture) []byte {
	if s.neg {
		dst = append(dst, '-')
	}
	width := 1
	if long {
		width = 2
	}
	if s.days != 0 || long {
		dst = append(appendPadded(dst, s.days, 1), ':')
	}
	dst = append(appendPadded(dst, s.hours, width), ':')
	dst = append(appendPadded(dst, s.minutes, 2), ':')
	dst = appendPadded(dst, s.seconds, 2)
	if s.fraction != 0 || long {
		dst = append(dst, c.DecimalSeparator...)
		dst, _ = appendFraction(dst, s.fraction, 7, !long)
	}
	return dst
}

// custom writes the span by a custom pattern, in which every literal must be
// quoted or escaped.
func (s *span) custom(dst []byte, format string) ([]byte, error) {
	for i := 0; i < len(format); {
		n := repeat(format, i)
		var err error
		switch ch := format[i]; ch {
		case 'h', 'm', 's':
			if n > 2 {
				return dst, errInputFormat
			}
			dst = appendPadded(dst, s.clockPart(ch), n)
		case 'd':
			if n > 8 {
				return dst, errInputFormat
			}
			dst = appendPadded(dst, s.days, n)
		case 'f', 'F':
			dst, err = appendFraction(dst, s.fraction, n, ch == 'F')
		case '\'', '"', '\\':
			dst, n, err = appendLiteral(dst, format[i:])
		case '%':
			if i+1 >= len(format) || format[i+1] == '%' {
				return dst, errInputFormat
			}
			dst, err = s.custom(dst, format[i+1:i+2])
			n = 2
		default:
			return dst, errInputFormat
		}
		if err != nil {
			return dst, err
		}
		i += n
	}
	return dst, nil
}

func (s *span) clockPart(ch byte) uint64 {
	switch ch {
	case 'h':
		return s.hours
	case 'm':
		return s.minutes
	}
	return s.seconds
}
