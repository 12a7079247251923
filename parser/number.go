package parser

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// numberOrRedirect scans what begins with a digit. The digit before `>` names a
// stream; at the beginning of an expression it is a number.
func (s *scanner) numberOrRedirect(start int) *token {
	d := s.src[start]
	if s.peek() != '>' || d < '1' || d > '6' || s.signed {
		return s.numberToken(start)
	}
	if s.mode == expressionMode && !strings.HasPrefix(s.src[s.pos:], ">&1") && !strings.HasPrefix(s.src[s.pos:], ">&2") {
		t := s.make(KindNumber, start)
		t.number = &NumberConstant{Span: t.Span, Kind: NumberInt32, Int: int64(d - '0')}
		return t
	}
	s.pos++
	return s.redirect(start, Stream(d-'0'))
}

// numberToken scans a number that begins at start, sign included. What is not
// a number after all is a bare word.
func (s *scanner) numberToken(start int) *token {
	s.pos = start
	n := s.numberLength()
	if n == 0 {
		s.pos = start
		return s.generic(start)
	}
	text := s.src[start : start+n]
	s.pos = start + n
	c, ok := ParseNumber(text)
	if !ok && s.mode == commandMode {
		return s.generic(start)
	}
	t := s.make(KindNumber, start)
	if !ok {
		s.failWith(t.Span, "BadNumericConstant", false, text)
		c = &NumberConstant{}
	}
	c.Span = t.Span
	t.number = c
	return t
}

// numberLength returns the length of the number at the current position, or 0
// when the characters do not form one.
func (s *scanner) numberLength() int {
	n, ok := numberPrefix(s.src[s.pos:])
	if !ok {
		return 0
	}
	save := s.pos
	s.pos += n
	r := s.peek()
	s.pos = save
	if endsToken(r) || s.mode == expressionMode && (endsNumber(r) || s.ternary && (r == '?' || r == ':')) {
		return n
	}
	return 0
}

// numberPrefix finds how much of text looks like a number.
func numberPrefix(text string) (int, bool) {
	i := 0
	if i < len(text) {
		switch c := text[i]; {
		case c == '-' || c == '+':
			i++
		case c >= 0x80:
			i += runeLen(text, 0)
		}
	}
	digits := 0
	if len(text) > i+2 && text[i] == '0' && (text[i+1]|0x20 == 'x' || text[i+1]|0x20 == 'b') {
		i, digits = radixDigits(text, i)
	} else {
		i, digits = decimalDigits(text, i)
	}
	if digits == 0 {
		return 0, false
	}
	return numberSuffix(text, i), true
}

func radixDigits(text string, i int) (end, digits int) {
	hex := text[i+1]|0x20 == 'x'
	i += 2
	first := i
	for i < len(text) && (hex && isHexDigit(rune(text[i])) || text[i] == '0' || text[i] == '1') {
		i++
	}
	return i, i - first
}

func decimalDigits(text string, i int) (end, digits int) {
	run := func() {
		for i < len(text) && isDigit(rune(text[i])) {
			i++
			digits++
		}
	}
	run()
	if i < len(text) && text[i] == '.' && (i+1 == len(text) || text[i+1] != '.') {
		i++
		run()
	}
	if i < len(text) && text[i]|0x20 == 'e' && digits > 0 {
		j := i + 1
		if j < len(text) && (text[j] == '+' || text[j] == '-') {
			j++
		}
		if j < len(text) && isDigit(rune(text[j])) {
			i = j
			for i < len(text) && isDigit(rune(text[i])) {
				i++
			}
		}
	}
	return i, digits
}

// numberSuffix passes over a type suffix and a multiplier.
func numberSuffix(text string, i int) int {
	lower := strings.ToLower(text[i:min(len(text), i+4)])
	for _, suffix := range []string{"uy", "us", "ul", "u", "y", "s", "l", "d", "n"} {
		if strings.HasPrefix(lower, suffix) {
			i, lower = i+len(suffix), lower[len(suffix):]
			break
		}
	}
	if len(lower) >= 2 && lower[1] == 'b' && strings.IndexByte("kmgtp", lower[0]) >= 0 {
		i += 2
	}
	return i
}

// ParseNumber reads a number as it may stand in a script: signs, decimal, hex
// and binary digits, exponents, type suffixes and multipliers. The whole text
// must be the number.
func ParseNumber(text string) (*NumberConstant, bool) {
	n, ok := numberPrefix(text)
	if !ok || n != len(text) {
		return nil, false
	}
	return parseNumberParts(text)
}

// numberParts is a number taken apart.
type numberParts struct {
	negative   bool
	radix      int
	digits     string
	real       bool
	suffix     string
	multiplier int64
}

func splitNumber(text string) numberParts {
	p := numberParts{radix: 10, multiplier: 1}
	switch {
	case text[0] == '+':
		text = text[1:]
	case text[0] == '-' || text[0] >= 0x80:
		p.negative = true
		text = text[runeLen(text, 0):]
	}
	text = strings.ToLower(text)
	if n := len(text); n > 2 && text[n-1] == 'b' {
		if k := strings.IndexByte("kmgtp", text[n-2]); k >= 0 {
			p.multiplier = 1 << (10 * (k + 1))
			text = text[:n-2]
		}
	}
	suffixes := "usyldn"
	if len(text) > 2 && text[0] == '0' && text[1] == 'x' {
		p.radix, text, suffixes = 16, text[2:], "usyln"
	} else if len(text) > 2 && text[0] == '0' && text[1] == 'b' {
		p.radix, text = 2, text[2:]
	}
	end := len(text)
	for end > 1 && strings.IndexByte(suffixes, text[end-1]) >= 0 {
		end--
	}
	p.digits, p.suffix = text[:end], text[end:]
	p.real = p.radix == 10 && strings.ContainsAny(p.digits, ".e")
	return p
}

func parseNumberParts(text string) (*NumberConstant, bool) {
	p := splitNumber(text)
	if p.real {
		return p.realConstant()
	}
	v, ok := new(big.Int).SetString(p.digits, p.radix)
	if !ok {
		return nil, false
	}
	switch p.radix {
	case 16:
		p.hexSign(v)
	case 2:
		p.binarySign(v)
	}
	v.Mul(v, big.NewInt(p.multiplier))
	if p.negative {
		v.Neg(v)
	}
	return p.typed(v)
}

type numberRange struct {
	kind     NumberKind
	min, max string
}

var suffixRanges = map[string][]numberRange{
	"y":  {{NumberSByte, "-128", "127"}},
	"uy": {{NumberByte, "0", "255"}},
	"s":  {{NumberInt16, "-32768", "32767"}},
	"us": {{NumberUInt16, "0", "65535"}},
	"l":  {{NumberInt64, "-9223372036854775808", "9223372036854775807"}},
	"ul": {{NumberUInt64, "0", "18446744073709551615"}},
	"u":  {{NumberUInt32, "0", "4294967295"}, {NumberUInt64, "0", "18446744073709551615"}},
}

const maxDecimal = "79228162514264337593543950335"

// typed picks the .NET type of an integer literal.
func (p numberParts) typed(v *big.Int) (*NumberConstant, bool) {
	switch p.suffix {
	case "":
		return p.untyped(v)
	case "n":
		return &NumberConstant{Kind: NumberBigInteger, Text: v.String()}, true
	case "d":
		if !within(v, "-"+maxDecimal, maxDecimal) {
			return nil, false
		}
		return &NumberConstant{Kind: NumberDecimal, Text: v.String()}, true
	}
	for _, r := range suffixRanges[p.suffix] {
		if within(v, r.min, r.max) {
			return &NumberConstant{Kind: r.kind, Int: bits64(v)}, true
		}
	}
	return nil, false
}

// untyped picks the narrowest type that holds v. Hex and binary digits never
// become decimals or doubles.
func (p numberParts) untyped(v *big.Int) (*NumberConstant, bool) {
	switch {
	case v.IsInt64() && v.Int64() >= math.MinInt32 && v.Int64() <= math.MaxInt32:
		return &NumberConstant{Kind: NumberInt32, Int: v.Int64()}, true
	case v.IsInt64():
		return &NumberConstant{Kind: NumberInt64, Int: v.Int64()}, true
	case p.radix != 10:
		return nil, false
	case within(v, "-"+maxDecimal, maxDecimal):
		return &NumberConstant{Kind: NumberDecimal, Text: v.String()}, true
	}
	f, _ := new(big.Float).SetInt(v).Float64()
	return &NumberConstant{Kind: NumberDouble, Float: f}, !math.IsInf(f, 0)
}

func within(v *big.Int, low, high string) bool {
	l, _ := new(big.Int).SetString(low, 10)
	h, _ := new(big.Int).SetString(high, 10)
	return v.Cmp(l) >= 0 && v.Cmp(h) <= 0
}

func bits64(v *big.Int) int64 {
	if v.IsInt64() {
		return v.Int64()
	}
	return int64(v.Uint64())
}

// realConstant types a literal with a fraction or exponent.
func (p numberParts) realConstant() (*NumberConstant, bool) {
	if p.suffix == "d" {
		return p.decimal()
	}
	f, err := strconv.ParseFloat(p.digits, 64)
	if err != nil && !math.IsInf(f, 0) {
		return nil, false
	}
	f *= float64(p.multiplier)
	if p.negative {
		f = -f
	}
	if p.suffix == "" {
		return &NumberConstant{Kind: NumberDouble, Float: f}, true
	}
	if math.IsInf(f, 0) {
		return nil, false
	}
	v, _ := big.NewFloat(math.RoundToEven(f)).Int(nil)
	return p.typed(v)
}

// decimal reads a real literal with suffix d, keeping its scale.
func (p numberParts) decimal() (*NumberConstant, bool) {
	mantissa, exponent := p.digits, 0
	if i := strings.IndexByte(mantissa, 'e'); i >= 0 {
		e, err := strconv.Atoi(mantissa[i+1:])
		if err != nil || e > 100 || e < -100 {
			return nil, false
		}
		mantissa, exponent = mantissa[:i], e
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	v, ok := new(big.Int).SetString("0"+whole+fraction, 10)
	if !ok {
		return nil, false
	}
	scale := len(fraction) - exponent
	v.Mul(v, big.NewInt(p.multiplier))
	ten := big.NewInt(10)
	for ; scale < 0; scale++ {
		v.Mul(v, ten)
	}
	for scale > 28 || scale > 0 && !within(v, "0", maxDecimal) {
		half := new(big.Int).Add(v, big.NewInt(5))
		v.Quo(half, ten)
		scale--
	}
	if !within(v, "0", maxDecimal) {
		return nil, false
	}
	return &NumberConstant{Kind: NumberDecimal, Text: decimalText(v, scale, p.negative)}, true
}

func decimalText(v *big.Int, scale int, negative bool) string {
	text := v.String()
	if scale > 0 {
		for len(text) <= scale {
			text = "0" + text
		}
		text = text[:len(text)-scale] + "." + text[len(text)-scale:]
	}
	if negative {
		text = "-" + text
	}
	return text
}
