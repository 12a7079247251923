package netfmt

import (
	"math"
	"strconv"

	"github.com/cockroachdb/apd/v3"
)

// FormatInt formats a signed integer of the given width in bits (8 to 64) by
// a standard or custom format. The error is .NET's FormatException.
func FormatInt(v int64, bits int, spec string, c *Culture) (string, error) {
	var room [64]byte
	out, err := AppendInt(room[:0], v, bits, spec, c)
	return string(out), err
}

// AppendInt is FormatInt that appends the text to dst, which it returns as it
// was with an error.
func AppendInt(dst []byte, v int64, bits int, spec string, c *Culture) ([]byte, error) {
	if spec == "" {
		return strconv.AppendInt(dst, v, 10), nil
	}
	magnitude := uint64(v)
	if v < 0 {
		magnitude = -magnitude
	}
	raw := uint64(v)
	if bits < 64 {
		raw &= 1<<bits - 1
	}
	return appendInteger(dst, magnitude, v < 0, raw, spec, c)
}

// FormatUint formats an unsigned integer by a standard or custom format.
func FormatUint(v uint64, spec string, c *Culture) (string, error) {
	if spec == "" {
		return strconv.FormatUint(v, 10), nil
	}
	var room [64]byte
	out, err := appendInteger(room[:0], v, false, v, spec, c)
	return string(out), err
}

// appendInteger formats a magnitude with its sign; raw holds the bits of the
// value in its own width for X and B.
func appendInteger(dst []byte, v uint64, neg bool, raw uint64, spec string, c *Culture) ([]byte, error) {
	letter, precision, err := parseSpecifier(spec)
	if err != nil {
		return dst, err
	}
	switch letter | 0x20 {
	case 'd':
		return appendDecimalDigits(dst, v, neg, precision, c), nil
	case 'g', 'r':
		if precision < 1 || letter|0x20 == 'r' {
			return appendDecimalDigits(dst, v, neg, -1, c), nil
		}
	case 'x':
		return appendBase(dst, raw, 16, letter == 'X', precision), nil
	case 'b':
		return appendBase(dst, raw, 2, false, precision), nil
	}
	var scratch [64]byte
	n := digitsOfUint(v, neg, scratch[:0])
	if letter == 0 {
		return appendCustom(dst, &n, spec, c), nil
	}
	return appendStandard(dst, &n, letter, precision, c)
}

func appendDecimalDigits(dst []byte, v uint64, neg bool, precision int, c *Culture) []byte {
	if neg {
		dst = append(dst, c.NegativeSign...)
	}
	return appendPadded(dst, v, precision)
}

func appendBase(dst []byte, v uint64, base int, upper bool, precision int) []byte {
	var buf [64]byte
	text := strconv.AppendUint(buf[:0], v, base)
	for i := len(text); i < precision; i++ {
		dst = append(dst, '0')
	}
	from := len(dst)
	dst = append(dst, text...)
	if upper {
		for i := from; i < len(dst); i++ {
			if dst[i] >= 'a' {
				dst[i] -= 'a' - 'A'
			}
		}
	}
	return dst
}

// FormatDouble formats a double by a standard or custom format; without a
// format it gives the shortest text that reads back as the same number.
func FormatDouble(v float64, spec string, c *Culture) (string, error) {
	return formatFloat(v, 64, spec, c)
}

// FormatSingle formats a single by a standard or custom format.
func FormatSingle(v float32, spec string, c *Culture) (string, error) {
	return formatFloat(float64(v), 32, spec, c)
}

// DoubleText is PowerShell's text of a double in strings: at most 15
// significant digits, invariant.
func DoubleText(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e15 && (v != 0 || !math.Signbit(v)) {
		return strconv.FormatInt(int64(v), 10)
	}
	text, _ := formatFloat(v, 64, "G15", Invariant)
	return text
}

func formatFloat(v float64, bits int, spec string, c *Culture) (string, error) {
	switch {
	case math.IsNaN(v):
		return c.NaN, nil
	case math.IsInf(v, 1):
		return c.Infinity, nil
	case math.IsInf(v, -1):
		return c.NegInfinity, nil
	}
	letter, precision, err := parseSpecifier(spec)
	if err != nil {
		return "", err
	}
	var space, scratch [64]byte
	n, precision := takeFloatApart(v, bits, letter, precision, c, scratch[:0])
	if letter == 0 {
		return string(appendCustom(space[:0], &n, spec, c)), nil
	}
	dst, err := appendStandard(space[:0], &n, letter, precision, c)
	return string(dst), err
}

// takeFloatApart gives the digits that a specifier needs, rounded, and the
// precision to write them with.
func takeFloatApart(v float64, bits int, letter byte, precision int, c *Culture, buf []byte) (digits, int) {
	customDigits, roundTrip := 15, 17
	if bits == 32 {
		customDigits, roundTrip = 7, 9
	}
	switch letter | 0x20 {
	case 'e':
		precision = orDefault(precision, 6)
		return digitsOfFloat(v, 'e', precision, 64, buf), precision
	case 'f', 'n':
		precision = orDefault(precision, c.NumberDigits)
		return digitsOfFloat(v, 'f', precision, 64, buf), precision
	case 'c':
		precision = orDefault(precision, c.CurrencyDigits)
		return digitsOfFloat(v, 'f', precision, 64, buf), precision
	case 'p':
		precision = orDefault(precision, c.PercentDigits)
		return digitsOfFloat(v, 'f', precision+2, 64, buf), precision
	case 'g':
		if precision > 0 {
			return digitsOfFloat(v, 'e', precision-1, 64, buf), precision
		}
		n := digitsOfFloat(v, 'e', -1, bits, buf)
		return n, max(len(n.d), roundTrip)
	case 'r':
		n := digitsOfFloat(v, 'e', -1, bits, buf)
		return n, max(len(n.d), roundTrip)
	}
	return digitsOfFloat(v, 'e', customDigits-1, 64, buf), precision
}

// FormatDecimal formats a decimal by a standard or custom format; without a
// format it keeps trailing zeros.
func FormatDecimal(v *apd.Decimal, spec string, c *Culture) (string, error) {
	letter, precision, err := parseSpecifier(spec)
	if err != nil {
		return "", err
	}
	var space, scratch [64]byte
	n := digitsOfDecimal(v, scratch[:0])
	if letter == 0 {
		return string(appendCustom(space[:0], &n, spec, c)), nil
	}
	dst, err := appendStandard(space[:0], &n, letter, precision, c)
	return string(dst), err
}
