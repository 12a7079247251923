package netfmt

import (
	"strconv"
	"strings"
)

// appendStandard writes a number by a standard specifier other than D, X, B.
// A precision of -1 asks for the specifier's default.
func appendStandard(dst []byte, n *digits, letter byte, precision int, c *Culture) ([]byte, error) {
	switch letter | 0x20 {
	case 'c':
		precision = orDefault(precision, c.CurrencyDigits)
		n.round(n.scale+precision, n.float)
		return appendCurrency(dst, n, precision, c), nil
	case 'f':
		precision = orDefault(precision, c.NumberDigits)
		n.round(n.scale+precision, n.float)
		if n.neg {
			dst = append(dst, c.NegativeSign...)
		}
		return appendFixed(dst, n, precision, 0, c.DecimalSeparator, ""), nil
	case 'n':
		precision = orDefault(precision, c.NumberDigits)
		n.round(n.scale+precision, n.float)
		return appendNumber(dst, n, precision, c), nil
	case 'p':
		precision = orDefault(precision, c.PercentDigits)
		n.scale += 2
		n.round(n.scale+precision, n.float)
		return appendPercent(dst, n, precision, c), nil
	case 'e':
		precision = orDefault(precision, 6) + 1
		n.round(precision, n.float)
		if n.neg {
			dst = append(dst, c.NegativeSign...)
		}
		return appendScientific(dst, n, precision, letter, c), nil
	case 'g':
		return appendGeneral(dst, n, precision, letter-2, c), nil
	case 'r':
		return appendGeneral(dst, n, precision, letter-('R'-'E'), c), nil
	}
	return dst, errBadSpecifier
}

func orDefault(precision, standard int) int {
	if precision < 0 {
		return standard
	}
	return precision
}

// appendSymbols writes a part of a culture's pattern: $ and % stand for the
// symbol, - for the negative sign.
func appendSymbols(dst []byte, part, symbol string, c *Culture) []byte {
	for i := 0; i < len(part); i++ {
		switch part[i] {
		case '$', '%':
			dst = append(dst, symbol...)
		case '-':
			dst = append(dst, c.NegativeSign...)
		default:
			dst = append(dst, part[i])
		}
	}
	return dst
}

// appendGrouped writes a number by a culture's pattern, in which n stands for
// its digits.
func appendGrouped(dst []byte, pattern, symbol string, n *digits, precision int, c *Culture, point, group string) []byte {
	before, after, _ := strings.Cut(pattern, "n")
	dst = appendSymbols(dst, before, symbol, c)
	dst = appendFixed(dst, n, precision, c.GroupSize, point, group)
	return appendSymbols(dst, after, symbol, c)
}

func appendCurrency(dst []byte, n *digits, precision int, c *Culture) []byte {
	pattern := c.CurrencyPositive
	if n.neg {
		pattern = c.CurrencyNegative
	}
	return appendGrouped(dst, pattern, c.CurrencySymbol, n, precision, c, c.CurrencyDecimalSeparator, c.CurrencyGroupSeparator)
}

func appendPercent(dst []byte, n *digits, precision int, c *Culture) []byte {
	pattern := c.PercentPositive
	if n.neg {
		pattern = c.PercentNegative
	}
	return appendGrouped(dst, pattern, c.PercentSymbol, n, precision, c, c.DecimalSeparator, c.GroupSeparator)
}

func appendNumber(dst []byte, n *digits, precision int, c *Culture) []byte {
	pattern := "n"
	if n.neg {
		pattern = c.NumberNegative
	}
	return appendGrouped(dst, pattern, "", n, precision, c, c.DecimalSeparator, c.GroupSeparator)
}

// appendFixed writes the number without its sign, with precision decimals and
// a separator between groups of groupSize digits (none if it is 0).
func appendFixed(dst []byte, n *digits, precision, groupSize int, point, group string) []byte {
	next := 0
	if n.scale > 0 {
		for left := n.scale; left > 0; left-- {
			if groupSize > 0 && left != n.scale && left%groupSize == 0 {
				dst = append(dst, group...)
			}
			dst = append(dst, digitOrZero(n, next))
			next++
		}
	} else {
		dst = append(dst, '0')
	}
	if precision <= 0 {
		return dst
	}
	dst = append(dst, point...)
	zeros := min(max(-n.scale, 0), precision)
	for range zeros {
		dst = append(dst, '0')
	}
	for range precision - zeros {
		dst = append(dst, digitOrZero(n, next))
		next++
	}
	return dst
}

func digitOrZero(n *digits, i int) byte {
	if i < len(n.d) {
		return n.d[i]
	}
	return '0'
}

func appendScientific(dst []byte, n *digits, count int, letter byte, c *Culture) []byte {
	dst = append(dst, digitOrZero(n, 0))
	if count > 1 {
		dst = append(dst, c.DecimalSeparator...)
	}
	for i := 1; i < count; i++ {
		dst = append(dst, digitOrZero(n, i))
	}
	exponent := 0
	if len(n.d) > 0 {
		exponent = n.scale - 1
	}
	return appendExponent(dst, exponent, letter, 3, true, c)
}

func appendExponent(dst []byte, exponent int, letter byte, width int, plus bool, c *Culture) []byte {
	dst = append(dst, letter)
	switch {
	case exponent < 0:
		dst = append(dst, c.NegativeSign...)
		exponent = -exponent
	case plus:
		dst = append(dst, c.PositiveSign...)
	}
	return appendPadded(dst, uint64(exponent), width)
}

// appendPadded writes a number with zeros in front up to width digits.
func appendPadded(dst []byte, v uint64, width int) []byte {
	var buf [20]byte
	text := strconv.AppendUint(buf[:0], v, 10)
	for i := len(text); i < width; i++ {
		dst = append(dst, '0')
	}
	return append(dst, text...)
}

func appendGeneral(dst []byte, n *digits, precision int, letter byte, c *Culture) []byte {
	plain := false
	switch {
	case precision >= 1:
		n.round(precision, n.float)
	case n.decimal && precision == -1:
		plain = true
		n.neg = n.neg && len(n.d) > 0
	default:
		precision = max(len(n.d), 1)
		n.round(precision, n.float)
	}
	if n.neg {
		dst = append(dst, c.NegativeSign...)
	}
	point := n.scale
	scientific := !plain && (point > precision || point < -3)
	if scientific {
		point = 1
	}
	next := 0
	if point <= 0 {
		dst = append(dst, '0')
	}
	for ; point > 0; point-- {
		dst = append(dst, digitOrZero(n, next))
		next++
	}
	if next < len(n.d) || point < 0 {
		dst = append(dst, c.DecimalSeparator...)
		for ; point < 0; point++ {
			dst = append(dst, '0')
		}
		dst = append(dst, n.d[min(next, len(n.d)):]...)
	}
	if scientific {
		dst = appendExponent(dst, n.scale-1, letter, 2, true, c)
	}
	return dst
}
