package netfmt

import (
	"strconv"

	"github.com/cockroachdb/apd/v3"
)

// digits is a number taken apart for formatting: 0.d0d1d2… times ten to scale.
type digits struct {
	d     []byte
	scale int
	neg   bool
	// float numbers keep the sign of a zero and are rounded already.
	float bool
	// decimal numbers show their trailing zeros under G.
	decimal bool
}

// at returns the digit at i, 0 where the digits end.
func (n *digits) at(i int) byte {
	if i < len(n.d) {
		return n.d[i]
	}
	return 0
}

// round keeps pos digits, half up unless the digits are rounded already, and
// drops trailing zeros.
func (n *digits) round(pos int, rounded bool) {
	i := max(min(pos, len(n.d)), 0)
	if i == pos && i < len(n.d) && !rounded && n.d[i] >= '5' {
		for i > 0 && n.d[i-1] == '9' {
			i--
		}
		if i > 0 {
			n.d[i-1]++
		} else {
			n.scale++
			n.d[0] = '1'
			i = 1
		}
	} else {
		for i > 0 && n.d[i-1] == '0' {
			i--
		}
	}
	n.d = n.d[:i]
	if i == 0 {
		n.neg = n.neg && n.float
		n.scale = 0
	}
}

func digitsOfUint(v uint64, neg bool, buf []byte) digits {
	n := digits{neg: neg}
	if v != 0 {
		n.d = strconv.AppendUint(buf, v, 10)
		n.scale = len(n.d)
	}
	return n
}

func digitsOfDecimal(v *apd.Decimal, buf []byte) digits {
	n := digits{neg: v.Negative, decimal: true}
	if v.Coeff.IsUint64() {
		n.d = strconv.AppendUint(buf, v.Coeff.Uint64(), 10)
	} else {
		n.d = v.Coeff.Append(buf, 10)
	}
	for i := int32(0); i < v.Exponent; i++ {
		n.d = append(n.d, '0')
	}
	n.scale = len(n.d)
	if v.Exponent < 0 {
		n.scale += int(v.Exponent)
	}
	if v.IsZero() {
		n.d = n.d[:0]
		n.scale = int(min(v.Exponent, 0))
	}
	return n
}

// digitsOfFloat takes a finite number apart: with form 'e' into prec+1
// significant digits (the shortest that round-trip if prec is -1), with 'f'
// into prec decimals.
func digitsOfFloat(v float64, form byte, prec, bits int, buf []byte) digits {
	n := digits{float: true}
	text := strconv.AppendFloat(buf, v, form, prec, bits)
	if text[0] == '-' {
		n.neg = true
		text = text[1:]
	}
	point, write := -1, 0
	for i, c := range text {
		if c == 'e' {
			exponent, _ := strconv.Atoi(string(text[i+1:]))
			n.scale = exponent
			break
		}
		if c == '.' {
			point = write
			continue
		}
		text[write] = c
		write++
	}
	if point < 0 {
		point = write
	}
	n.scale += point
	n.d = text[:write]
	for len(n.d) > 0 && n.d[0] == '0' {
		n.d = n.d[1:]
		n.scale--
	}
	for len(n.d) > 0 && n.d[len(n.d)-1] == '0' {
		n.d = n.d[:len(n.d)-1]
	}
	if len(n.d) == 0 {
		n.scale = 0
	}
	return n
}
