package netfmt

import (
	"math"
	"strconv"
	"strings"
)

// uFormatPatterns are the custom date patterns behind the specifiers of
// Get-Date -UFormat that are nothing but a pattern.
var uFormatPatterns = map[byte]string{
	'A': "dddd", 'a': "ddd", 'B': "MMMM", 'b': "MMM", 'h': "MMM",
	'c': "ddd dd MMM yyyy HH:mm:ss", 'D': "MM/dd/yy", 'x': "MM/dd/yy",
	'd': "dd", 'F': "yyyy-MM-dd", 'H': "HH", 'I': "hh", 'M': "mm", 'm': "MM",
	'p': "tt", 'R': "HH:mm", 'r': "hh:mm:ss tt", 'S': "ss", 'T': "HH:mm:ss", 'X': "HH:mm:ss",
	'Y': "yyyy", 'y': "yy", 'Z': "zz",
}

// FormatUnixStyle formats a date as Get-Date -UFormat does. A specifier that
// is not known stands for its own letter; the error is of a format that ends
// in a lone percent sign.
func FormatUnixStyle(d DateTime, format string, c *Culture) (string, error) {
	format = strings.TrimPrefix(format, "+")
	var out strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			out.WriteByte(format[i])
			continue
		}
		i++
		letter := format[i]
		if pattern, ok := uFormatPatterns[letter]; ok {
			f := dateFormatter{date: d, c: c}
			text, err := f.custom(nil, pattern)
			if err != nil {
				return "", err
			}
			out.Write(text)
			continue
		}
		out.WriteString(uFormatComputed(d, letter))
	}
	return out.String(), nil
}

// uFormatComputed gives the text of the specifiers that are computed.
func uFormatComputed(d DateTime, letter byte) string {
	year, _, day := d.Date()
	hour, _, _, _ := d.Clock()
	weekday := d.DayOfWeek()
	switch letter {
	case 'C':
		return strconv.Itoa(year / 100)
	case 'e':
		return padLeft(day, 2, ' ')
	case 'G':
		isoYear, _ := isoWeek(d)
		return padLeft(isoYear, 4, '0')
	case 'g':
		isoYear, _ := isoWeek(d)
		return padLeft(isoYear%100, 2, '0')
	case 'j':
		return padLeft(d.DayOfYear(), 3, '0')
	case 'k':
		return padLeft(hour, 2, ' ')
	case 'l':
		return padLeft((hour+11)%12+1, 2, ' ')
	case 'n':
		return "\n"
	case 's':
		seconds := float64(d.ToUniversal().Ticks-unixEpochTicks) / TicksPerSecond
		return strconv.FormatFloat(math.Round(seconds), 'f', 0, 64)
	case 't':
		return "\t"
	case 'U', 'W':
		return strconv.Itoa(d.DayOfYear() / 7)
	case 'u':
		return strconv.Itoa((weekday+6)%7 + 1)
	case 'V':
		_, week := isoWeek(d)
		return padLeft(week, 2, '0')
	case 'w':
		return strconv.Itoa(weekday)
	}
	return string(letter)
}

func padLeft(n, width int, pad byte) string {
	text := strconv.Itoa(n)
	if len(text) < width {
		text = strings.Repeat(string(pad), width-len(text)) + text
	}
	return text
}

// isoWeek returns the ISO 8601 year and week of a date.
func isoWeek(d DateTime) (year, week int) {
	utc := DateTime{d.Ticks, UTC}
	return utc.Time().ISOWeek()
}
