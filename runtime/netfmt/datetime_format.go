package netfmt

import "unicode/utf8"

// FormatDateTime formats a date by a standard or custom format; without a
// format it is G's. The error is .NET's FormatException.
func FormatDateTime(d DateTime, spec string, c *Culture) (string, error) {
	f := dateFormatter{date: d, c: c}
	return f.format(spec)
}

// FormatDateTimeOffset formats a date with its offset.
func FormatDateTimeOffset(d DateTimeOffset, spec string, c *Culture) (string, error) {
	f := dateFormatter{date: d.Clocked(), c: c, offset: d.Offset, hasOffset: true}
	return f.format(spec)
}

type dateFormatter struct {
	date      DateTime
	c         *Culture
	offset    int64
	hasOffset bool
}

func (f *dateFormatter) format(spec string) (string, error) {
	var space [96]byte
	dst := space[:0]
	switch {
	case spec == "" && f.hasOffset:
		spec = f.c.ShortDate + " " + f.c.LongTime + " zzz"
	case spec == "":
		spec = f.c.ShortDate + " " + f.c.LongTime
	case len(spec) == 1:
		pattern, err := f.standardPattern(spec[0])
		if err != nil {
			return "", err
		}
		spec = pattern
	}
	dst, err := f.custom(dst, spec)
	return string(dst), err
}

// roundTripPattern is the pattern of o.
const roundTripPattern = "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK"

// standardPattern gives the custom pattern of a standard specifier; for r, u
// and U it also switches to the invariant culture or to UTC.
func (f *dateFormatter) standardPattern(letter byte) (string, error) {
	switch letter {
	case 'o', 'O':
		f.c = Invariant
		if f.hasOffset {
			return "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffzzz", nil
		}
	case 'r', 'R', 'u':
		if f.hasOffset {
			f.date = DateTimeOffset{f.date.Ticks, f.offset}.UTC()
		}
		f.c = Invariant
	case 's':
		f.c = Invariant
	case 'U':
		if f.hasOffset {
			return "", errInputFormat
		}
		f.date = f.date.ToUniversal()
	}
	return StandardDatePattern(letter, f.c)
}

// StandardDatePattern gives the custom pattern that a standard date specifier
// stands for in a culture.
func StandardDatePattern(letter byte, c *Culture) (string, error) {
	switch letter {
	case 'd':
		return c.ShortDate, nil
	case 'D':
		return c.LongDate, nil
	case 'f':
		return c.LongDate + " " + c.ShortTime, nil
	case 'F', 'U':
		if c.FullDateTime != "" {
			return c.FullDateTime, nil
		}
		return c.LongDate + " " + c.LongTime, nil
	case 'g':
		return c.ShortDate + " " + c.ShortTime, nil
	case 'G':
		return c.ShortDate + " " + c.LongTime, nil
	case 'm', 'M':
		return c.MonthDay, nil
	case 'o', 'O':
		return roundTripPattern, nil
	case 'r', 'R':
		return "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'", nil
	case 's':
		return "yyyy'-'MM'-'dd'T'HH':'mm':'ss", nil
	case 't':
		return c.ShortTime, nil
	case 'T':
		return c.LongTime, nil
	case 'u':
		return "yyyy'-'MM'-'dd HH':'mm':'ss'Z'", nil
	case 'y', 'Y':
		return c.YearMonth, nil
	}
	return "", errInputFormat
}

// repeat counts how often the byte at i repeats.
func repeat(format string, i int) int {
	n := 1
	for i+n < len(format) && format[i+n] == format[i] {
		n++
	}
	return n
}

// custom writes the date by a custom pattern.
func (f *dateFormatter) custom(dst []byte, format string) ([]byte, error) {
	for i := 0; i < len(format); {
		ch := format[i]
		n := repeat(format, i)
		var err error
		switch ch {
		case 'd', 'M', 'y', 'g':
			dst = f.datePart(dst, ch, n)
		case 'h', 'H', 'm', 's', 't':
			dst = f.timePart(dst, ch, n)
		case 'f', 'F':
			_, _, _, fraction := f.date.Clock()
			dst, err = appendFraction(dst, fraction, n, ch == 'F')
		case 'z':
			dst = appendOffset(dst, f.clockOffset(), n)
		case 'K':
			n = 1
			dst = f.kindPart(dst)
		case ':':
			n = 1
			dst = append(dst, f.c.TimeSeparator...)
		case '/':
			n = 1
			dst = append(dst, f.c.DateSeparator...)
		case '\'', '"', '\\':
			dst, n, err = appendLiteral(dst, format[i:])
		case '%':
			if i+1 >= len(format) || format[i+1] == '%' {
				return dst, errInputFormat
			}
			_, n = utf8.DecodeRuneInString(format[i+1:])
			dst, err = f.custom(dst, format[i+1:i+1+n])
			n++
		default:
			n = 1
			dst = append(dst, ch)
		}
		if err != nil {
			return dst, err
		}
		i += n
	}
	return dst, nil
}

// appendLiteral writes the quoted or escaped text that a format begins with
// and returns how much of the format it took.
func appendLiteral(dst []byte, format string) ([]byte, int, error) {
	if format[0] == '\\' {
		if len(format) < 2 {
			return dst, 0, errInputFormat
		}
		_, size := utf8.DecodeRuneInString(format[1:])
		return append(dst, format[1:1+size]...), 1 + size, nil
	}
	for i := 1; i < len(format); i++ {
		switch format[i] {
		case format[0]:
			return dst, i + 1, nil
		case '\\':
			i++
			if i >= len(format) {
				return dst, 0, errInputFormat
			}
		}
		dst = append(dst, format[i])
	}
	return dst, 0, &Error{KindFormat, "Cannot find a matching quote character for the character '" + format[:1] + "'."}
}

func (f *dateFormatter) datePart(dst []byte, ch byte, n int) []byte {
	year, month, day := f.date.Date()
	switch ch {
	case 'd':
		switch {
		case n <= 2:
			return appendPadded(dst, uint64(day), n)
		case n == 3:
			return append(dst, f.c.DaysShort[f.date.DayOfWeek()]...)
		}
		return append(dst, f.c.Days[f.date.DayOfWeek()]...)
	case 'M':
		switch {
		case n <= 2:
			return appendPadded(dst, uint64(month), n)
		case n == 3:
			return append(dst, f.c.MonthsShort[month-1]...)
		}
		return append(dst, f.c.Months[month-1]...)
	case 'y':
		if n <= 2 {
			return appendPadded(dst, uint64(year%100), n)
		}
		return appendPadded(dst, uint64(year), n)
	}
	return append(dst, f.c.Era...)
}

func (f *dateFormatter) timePart(dst []byte, ch byte, n int) []byte {
	hour, minute, second, _ := f.date.Clock()
	switch ch {
	case 'h':
		hour %= 12
		if hour == 0 {
			hour = 12
		}
		return appendPadded(dst, uint64(hour), min(n, 2))
	case 'H':
		return appendPadded(dst, uint64(hour), min(n, 2))
	case 'm':
		return appendPadded(dst, uint64(minute), min(n, 2))
	case 's':
		return appendPadded(dst, uint64(second), min(n, 2))
	}
	mark := f.c.AM
	if hour >= 12 {
		mark = f.c.PM
	}
	if n == 1 && mark != "" {
		_, size := utf8.DecodeRuneInString(mark)
		mark = mark[:size]
	}
	return append(dst, mark...)
}

var pow10 = [...]int{1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000}

// appendFraction writes n digits of a second's fraction; F's trailing zeros
// are left out, and with them a decimal point in front.
func appendFraction(dst []byte, fraction, n int, trim bool) ([]byte, error) {
	if n > 7 {
		return dst, errInputFormat
	}
	fraction /= pow10[7-n]
	if trim {
		for n > 0 && fraction%10 == 0 {
			fraction /= 10
			n--
		}
		if n == 0 {
			if len(dst) > 0 && dst[len(dst)-1] == '.' {
				dst = dst[:len(dst)-1]
			}
			return dst, nil
		}
	}
	return appendPadded(dst, uint64(fraction), n), nil
}

func (f *dateFormatter) clockOffset() int64 {
	if f.hasOffset {
		return f.offset
	}
	if f.date.Kind == UTC {
		return 0
	}
	return f.date.UTCOffset()
}

func appendOffset(dst []byte, offset int64, n int) []byte {
	sign := byte('+')
	if offset < 0 {
		sign = '-'
		offset = -offset
	}
	dst = append(dst, sign)
	dst = appendPadded(dst, uint64(offset/TicksPerHour), min(n, 2))
	if n >= 3 {
		dst = append(dst, ':')
		dst = appendPadded(dst, uint64(offset/TicksPerMinute%60), 2)
	}
	return dst
}

func (f *dateFormatter) kindPart(dst []byte) []byte {
	switch {
	case f.hasOffset:
		return appendOffset(dst, f.offset, 3)
	case f.date.Kind == UTC:
		return append(dst, 'Z')
	case f.date.Kind == Local:
		return appendOffset(dst, f.date.UTCOffset(), 3)
	}
	return dst
}
