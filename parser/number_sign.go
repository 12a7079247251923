package parser

import (
	"math/big"
	"strings"
)

// unsigned tells that a suffix asks for a type without a sign.
func (p *numberParts) unsigned() bool { return strings.HasPrefix(p.suffix, "u") }

// hexSign makes v negative where the hex digits fill the type that the suffix
// names, so that the first bit is a sign. Digits that fill a long are one,
// however small the number is.
func (p *numberParts) hexSign(v *big.Int) {
	// PowerShell reads the digits behind a zero of its own, which it takes away
	// from those with a sign bit.
	length := len(p.digits) + 1
	if !p.unsigned() && len(p.digits) == p.signedHexDigits(length) {
		length--
		twosComplement(v, 4*len(p.digits))
	}
	p.longAt(length, 16)
}

// signedHexDigits is how many digits a number with a sign bit has.
func (p *numberParts) signedHexDigits(length int) int {
	switch p.suffix {
	case "y":
		return 2
	case "s":
		return 4
	case "l":
		return 16
	}
	if length < 16 {
		return 8
	}
	return 16
}

// binarySign does for binary digits what hexSign does for hex digits; here the
// number of digits alone decides.
func (p *numberParts) binarySign(v *big.Int) {
	n := len(p.digits)
	if !p.unsigned() && (n == 8 || n == 16 || n == 32 || n == 64 || n == 96 || n >= 128 && n%8 == 0) {
		twosComplement(v, n)
	}
	p.longAt(n, 64)
}

// longAt gives a number without a suffix for its size the suffix of a long when
// it has as many digits as a long.
func (p *numberParts) longAt(digits, ofLong int) {
	if digits == ofLong && (p.suffix == "" || p.suffix == "u") {
		p.suffix += "l"
	}
}

// twosComplement reads the highest of v's bits as its sign.
func twosComplement(v *big.Int, bits int) {
	if v.Bit(bits-1) == 1 {
		v.Sub(v, new(big.Int).Lsh(big.NewInt(1), uint(bits)))
	}
}
