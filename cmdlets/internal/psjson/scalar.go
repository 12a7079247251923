package psjson

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

func (d *Decoder) quoted() (string, error) {
	quote := d.text[d.at]
	d.at++
	start := d.at
	for d.at < len(d.text) {
		switch d.text[d.at] {
		case quote:
			s := d.text[start:d.at]
			d.at++
			return s, nil
		case '\\':
			return d.escaped(quote, d.text[start:d.at])
		default:
			d.at++
		}
	}
	return "", d.fail("Unterminated string. Expected delimiter: %c.", quote)
}

var unescape = map[byte]string{'b': "\b", 'f': "\f", 'n': "\n", 'r': "\r", 't': "\t", '\\': "\\", '/': "/", '"': "\"", '\'': "'"}

func (d *Decoder) escaped(quote byte, head string) (string, error) {
	var b strings.Builder
	b.WriteString(head)
	for d.at < len(d.text) {
		c := d.text[d.at]
		d.at++
		switch {
		case c == quote:
			return b.String(), nil
		case c != '\\':
			b.WriteByte(c)
		case d.peek() == 'u':
			d.at++
			if err := d.unicode(&b); err != nil {
				return "", err
			}
		default:
			plain, ok := unescape[d.peek()]
			if !ok {
				return "", d.fail("Bad JSON escape sequence: \\%c.", d.rune())
			}
			b.WriteString(plain)
			d.at++
		}
	}
	return "", d.fail("Unterminated string. Expected delimiter: %c.", quote)
}

func (d *Decoder) unicode(b *strings.Builder) error {
	unit, err := d.hex4()
	if err != nil {
		return err
	}
	if unit >= 0xD800 && unit < 0xDC00 && strings.HasPrefix(d.text[d.at:], `\u`) {
		mark := d.at
		d.at += 2
		low, err := d.hex4()
		if err != nil {
			return err
		}
		if low >= 0xDC00 && low < 0xE000 {
			b.WriteRune((unit-0xD800)<<10 + low - 0xDC00 + 0x10000)
			return nil
		}
		d.at = mark
	}
	if unit >= 0xD800 && unit < 0xE000 {
		unit = utf8.RuneError
	}
	b.WriteRune(unit)
	return nil
}

func (d *Decoder) hex4() (rune, error) {
	if d.at+4 > len(d.text) {
		return 0, d.fail("Unexpected end while parsing Unicode escape sequence.")
	}
	n, err := strconv.ParseUint(d.text[d.at:d.at+4], 16, 32)
	if err != nil {
		return 0, d.fail("Invalid Unicode escape sequence: \\u%s.", d.text[d.at:d.at+4])
	}
	d.at += 4
	return rune(n), nil
}

func specialNumber(word string) (value.Value, bool) {
	switch word {
	case "NaN":
		return value.Double(math.NaN()), true
	case "Infinity":
		return value.Double(math.Inf(1)), true
	}
	return value.Null, false
}

func (d *Decoder) number() (value.Value, error) {
	start := d.at
	for d.at < len(d.text) && strings.IndexByte("+-.0123456789eExXabcdfABCDF", d.text[d.at]) >= 0 {
		d.at++
	}
	text := d.text[start:d.at]
	if text == "-" && strings.HasPrefix(d.text[d.at:], "Infinity") {
		d.at += len("Infinity")
		return value.Double(math.Inf(-1)), nil
	}
	if !strings.ContainsAny(text, ".eE") || strings.HasPrefix(text, "0x") || strings.HasPrefix(text, "0X") {
		if n, err := strconv.ParseInt(text, 0, 64); err == nil && !leadingZero(text) {
			return value.Long(n), nil
		}
		if strings.Trim(text, "-0123456789") == "" && len(text) > 1 && !leadingZero(text) {
			return d.NewBigInteger(text), nil
		}
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil && !leadingZero(text) {
		return value.Double(f), nil
	}
	return value.Null, d.fail("Input string '%s' is not a valid number.", text)
}

func leadingZero(text string) bool {
	text = strings.TrimPrefix(text, "-")
	return len(text) > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9'
}

// isoForms are the forms of ISO 8601 that Json.NET takes for dates.
var isoForms = []string{"yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mm:ssK"}

const isoLength = len("2024-03-05T14:07:09")

// date turns ISO 8601 text into a date unless -DateKind String was given.
func (d *Decoder) date(s string) value.Value {
	if d.DateKind == DateString || len(s) < isoLength || s[4] != '-' || s[7] != '-' || s[10] != 'T' {
		return value.Str(s)
	}
	if d.DateKind == DateOffset {
		if v, ok := d.NewDateTimeOffset(s); ok {
			return v
		}
		return value.Str(s)
	}
	date, err := netfmt.ParseDateTimeExact(s, isoForms, netfmt.Invariant, netfmt.RoundtripKind)
	if err != nil {
		return value.Str(s)
	}
	switch d.DateKind {
	case DateLocal:
		date = date.ToLocal()
	case DateUTC:
		date = date.ToUniversal()
	}
	return value.Date(date.Ticks, uint8(date.Kind))
}
