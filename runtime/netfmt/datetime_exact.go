package netfmt

import (
	"strings"
	"unicode/utf8"
)

// ParseDateTimeExact reads a date that must fit one of the formats exactly.
// The error is .NET's FormatException.
func ParseDateTimeExact(text string, formats []string, c *Culture, styles DateStyles) (DateTime, error) {
	ticks, fields, err := parseExact(text, formats, c, styles)
	if err != nil {
		return DateTime{}, err
	}
	return applyZone(ticks, &fields, styles), nil
}

// ParseDateTimeOffsetExact is ParseDateTimeExact for a date with an offset.
func ParseDateTimeOffsetExact(text string, formats []string, c *Culture, styles DateStyles) (DateTimeOffset, error) {
	ticks, fields, err := parseExact(text, formats, c, styles)
	if err != nil {
		return DateTimeOffset{}, err
	}
	return withOffset(ticks, &fields, styles), nil
}

func parseExact(text string, formats []string, c *Culture, styles DateStyles) (int64, dateFields, error) {
	var first error
	for _, format := range formats {
		p := exactParser{text: text, c: c, f: newDateFields(), white: styles&AllowInnerWhite != 0}
		ticks, err := p.parse(format, styles)
		if err == nil {
			return ticks, p.f, nil
		}
		first = err
	}
	if len(formats) == 1 {
		return 0, dateFields{}, first
	}
	return 0, dateFields{}, badDate(text)
}

// exactParser walks a text along a format.
type exactParser struct {
	text  string
	rest  string
	c     *Culture
	f     dateFields
	white bool
}

func (p *exactParser) parse(format string, styles DateStyles) (int64, error) {
	if len(format) == 1 {
		if strings.ContainsAny(format, "oOrRsu") {
			p.c = Invariant
		}
		pattern, err := StandardDatePattern(format[0], p.c)
		if err != nil {
			return 0, err
		}
		if format == "r" || format == "R" || format == "u" {
			p.f.zone, p.f.zulu = true, true
		}
		format = pattern
	}
	p.rest = p.text
	if styles&AllowLeadingWhite != 0 {
		p.rest = strings.TrimLeft(p.rest, numberSpace)
	}
	if styles&AllowTrailingWhite != 0 {
		p.rest = strings.TrimRight(p.rest, numberSpace)
	}
	if p.text == "" || format == "" || !p.walk(format) || p.rest != "" || !p.f.adjustHour() {
		return 0, badDate(p.text)
	}
	return p.f.resolve(p.text, styles)
}

// walk reads the text by a custom format.
func (p *exactParser) walk(format string) bool {
	for i := 0; i < len(format); {
		if p.white {
			p.rest = strings.TrimLeft(p.rest, " ")
		}
		n := repeat(format, i)
		ok := true
		switch ch := format[i]; ch {
		case 'd', 'M', 'y', 'h', 'H', 'm', 's', 't', 'f', 'F', 'z', 'g':
			ok = p.part(ch, n)
		case 'K':
			n = 1
			ok = p.kind()
		case ':':
			n = 1
			ok = p.take(p.c.TimeSeparator)
		case '/':
			n = 1
			ok = p.take(p.c.DateSeparator)
		case '\'', '"', '\\':
			literal, size, err := appendLiteral(nil, format[i:])
			n = size
			ok = err == nil && p.take(string(literal))
		case '%':
			n = 1
			ok = i+1 < len(format) && format[i+1] != '%'
		default:
			_, n = utf8.DecodeRuneInString(format[i:])
			ok = p.white && ch == ' ' || p.take(format[i:i+n])
		}
		if !ok {
			return false
		}
		i += n
	}
	return true
}

func (p *exactParser) take(text string) bool {
	if !strings.HasPrefix(p.rest, text) {
		return false
	}
	p.rest = p.rest[len(text):]
	return true
}

// digits reads at least low and at most high digits.
func (p *exactParser) digits(low, high int) (int, bool) {
	value, n := 0, 0
	for n < high && n < len(p.rest) && isDigit(p.rest[n]) {
		value = value*10 + int(p.rest[n]-'0')
		n++
	}
	p.rest = p.rest[n:]
	return value, n >= low
}

// store keeps a value; the same part read twice must agree.
func store(field *int, value int, ok bool) bool {
	if !ok || *field >= 0 && *field != value {
		return false
	}
	*field = value
	return true
}

func (p *exactParser) part(ch byte, n int) bool {
	switch ch {
	case 'd':
		if n > 2 {
			return p.name(&p.f.weekday, 0, n, p.c.DaysShort[:], p.c.Days[:])
		}
		return p.number(&p.f.day, n)
	case 'M':
		if n > 2 {
			return p.name(&p.f.month, 1, n, p.c.MonthsShort[:], p.c.Months[:])
		}
		return p.number(&p.f.month, n)
	case 'y':
		return p.year(n)
	case 'h', 'H':
		return p.number(&p.f.hour, n)
	case 'm':
		return p.number(&p.f.minute, n)
	case 's':
		return p.number(&p.f.second, n)
	case 't':
		return p.halfDay(n)
	case 'f', 'F':
		return n <= 7 && p.fraction(n, ch == 'f')
	case 'z':
		return p.offset(n)
	}
	return p.take(p.c.Era) || p.take("A.D.")
}

func (p *exactParser) number(field *int, n int) bool {
	value, ok := p.digits(min(n, 2), 2)
	return store(field, value, ok)
}

func (p *exactParser) year(n int) bool {
	if n <= 2 {
		value, ok := p.digits(n, 2)
		return store(&p.f.year, fullYear(value, 2), ok)
	}
	high := max(n, 4)
	value, ok := p.digits(n, high)
	return store(&p.f.year, value, ok)
}

// name reads the longest name that the text begins with.
func (p *exactParser) name(field *int, base, n int, short, long []string) bool {
	names := short
	if n > 3 {
		names = long
	}
	best, length := -1, 0
	for i, name := range names {
		if len(name) > length && hasFoldPrefix(p.rest, name) {
			best, length = i, len(name)
		}
	}
	p.rest = p.rest[length:]
	return store(field, best+base, best >= 0)
}

func (p *exactParser) halfDay(n int) bool {
	for i, mark := range []string{p.c.AM, p.c.PM} {
		if n == 1 && mark != "" {
			_, size := utf8.DecodeRuneInString(mark)
			mark = mark[:size]
		}
		if mark != "" && hasFoldPrefix(p.rest, mark) {
			p.rest = p.rest[len(mark):]
			return store(&p.f.mark, i, true)
		}
	}
	return false
}

func (p *exactParser) fraction(n int, all bool) bool {
	before := len(p.rest)
	value, _ := p.digits(0, n)
	width := before - len(p.rest)
	p.f.fraction = value * pow10[7-width]
	return !all || width == n
}

// offset reads +h, +hh or +hh:mm.
func (p *exactParser) offset(n int) bool {
	negative := strings.HasPrefix(p.rest, "-")
	if !negative && !strings.HasPrefix(p.rest, "+") {
		return false
	}
	p.rest = p.rest[1:]
	hours, ok := p.digits(min(n, 2), 2)
	minutes := 0
	if ok && n >= 3 {
		p.take(":")
		minutes, ok = p.digits(2, 2)
	}
	if !ok || hours > 14 || minutes > 59 {
		return false
	}
	p.f.zone = true
	p.f.offset = int64(hours*60+minutes) * TicksPerMinute
	if negative {
		p.f.offset = -p.f.offset
	}
	return true
}

// kind reads what K stands for: nothing, Z or an offset.
func (p *exactParser) kind() bool {
	if p.take("Z") {
		p.f.zone, p.f.zulu = true, true
		return true
	}
	if p.rest != "" && (p.rest[0] == '+' || p.rest[0] == '-') {
		return p.offset(3)
	}
	return true
}
