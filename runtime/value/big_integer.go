package value

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/cockroachdb/apd/v3"

	"exolab/runtime/netfmt"
)

// TypeBigInteger is System.Numerics.BigInteger.
var TypeBigInteger = &Type{Name: "BigInteger", FullName: "System.Numerics.BigInteger", Kind: KindObject, Base: TypeValueType, IsValueType: true,
	Interfaces: []*Type{TypeIComparable}, Zero: func() Value { return BigOf(new(big.Int)) }}

// BigInteger is a System.Numerics.BigInteger. N must not be changed.
type BigInteger struct{ N *big.Int }

// PSType returns BigInteger's type.
func (*BigInteger) PSType() *Type { return TypeBigInteger }

// HashKey makes equal numbers equal keys.
func (b *BigInteger) HashKey() any { return b.N.String() }

// BigOf returns a BigInteger that owns n.
func BigOf(n *big.Int) Value { return Obj(&BigInteger{n}) }

// Format is BigInteger.ToString with a format: whole digits for D, G and R,
// two's complement for X, else as a decimal of any length.
func (b *BigInteger) Format(spec string) (string, error) {
	letter, width := byte('G'), 0
	if spec != "" {
		letter = spec[0]
		width, _ = strconv.Atoi(spec[1:])
	}
	switch letter {
	case 'D', 'd', 'G', 'g', 'R', 'r':
		digits := new(big.Int).Abs(b.N).String()
		if letter|0x20 == 'd' && len(digits) < width {
			digits = strings.Repeat("0", width-len(digits)) + digits
		}
		if b.N.Sign() < 0 {
			digits = "-" + digits
		}
		return digits, nil
	case 'X', 'x':
		return b.hexadecimal(letter, width), nil
	}
	return netfmt.FormatDecimal(apd.NewWithBigInt(new(apd.BigInt).SetMathBigInt(b.N), 0), spec, netfmt.EnUS)
}

// hexadecimal writes two's complement with a sign digit in front.
func (b *BigInteger) hexadecimal(letter byte, width int) string {
	fill, n := "0", b.N
	digits := n.Text(16)
	if n.Sign() < 0 {
		nibbles := new(big.Int).Not(n).BitLen()/4 + 1
		fill, digits = "f", new(big.Int).Add(n, new(big.Int).Lsh(big.NewInt(1), uint(4*nibbles))).Text(16)
	} else if digits[0] >= '8' {
		digits = "0" + digits
	}
	if len(digits) < width {
		digits = strings.Repeat(fill, width-len(digits)) + digits
	}
	if letter == 'X' {
		return strings.ToUpper(digits)
	}
	return digits
}
