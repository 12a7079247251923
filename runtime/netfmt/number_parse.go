package netfmt

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// NumberStyles is .NET's NumberStyles.
type NumberStyles int

// The styles of reading numbers and their usual sets.
const (
	StyleLeadingWhite    NumberStyles = 1
	StyleTrailingWhite   NumberStyles = 2
	StyleLeadingSign     NumberStyles = 4
	StyleTrailingSign    NumberStyles = 8
	StyleParentheses     NumberStyles = 16
	StyleDecimalPoint    NumberStyles = 32
	StyleThousands       NumberStyles = 64
	StyleExponent        NumberStyles = 128
	StyleCurrencySymbol  NumberStyles = 256
	StyleHexSpecifier    NumberStyles = 512
	StyleBinarySpecifier NumberStyles = 1024
	StyleInteger                      = StyleLeadingWhite | StyleTrailingWhite | StyleLeadingSign
	StyleHexNumber                    = StyleLeadingWhite | StyleTrailingWhite | StyleHexSpecifier
	StyleNumber                       = StyleInteger | StyleTrailingSign | StyleDecimalPoint | StyleThousands
	StyleFloat                        = StyleInteger | StyleDecimalPoint | StyleExponent
	StyleCurrency                     = StyleNumber | StyleParentheses | StyleCurrencySymbol
	StyleAny                          = StyleCurrency | StyleExponent
)

func badNumber(text string) error {
	return formatError("The input string '" + text + "' was not in a correct format.")
}

var intNames = map[int]string{8: "a signed byte", 16: "an Int16", 32: "an Int32", 64: "an Int64"}

var uintNames = map[int]string{8: "an unsigned byte", 16: "a UInt16", 32: "a UInt32", 64: "a UInt64"}

func rangeError(name string) error {
	return overflowError("Value was either too large or too small for " + name + ".")
}

// ParseInt reads a signed integer of a width in bits. The errors are .NET's
// FormatException and OverflowException.
func ParseInt(text string, bits int, styles NumberStyles, c *Culture) (int64, error) {
	if styles&(StyleHexSpecifier|StyleBinarySpecifier) != 0 {
		raw, err := parseBits(text, bits, styles, intNames[bits])
		return int64(raw<<(64-bits)) >> (64 - bits), err
	}
	n, err := scanNumber(text, styles, c)
	if err != nil {
		return 0, err
	}
	v, ok := n.integer()
	if !ok || !v.IsInt64() || v.Int64()>>(bits-1) != v.Int64()>>63 {
		return 0, rangeError(intNames[bits])
	}
	return v.Int64(), nil
}

// ParseUint reads an unsigned integer of a width in bits.
func ParseUint(text string, bits int, styles NumberStyles, c *Culture) (uint64, error) {
	if styles&(StyleHexSpecifier|StyleBinarySpecifier) != 0 {
		return parseBits(text, bits, styles, uintNames[bits])
	}
	n, err := scanNumber(text, styles, c)
	if err != nil {
		return 0, err
	}
	v, ok := n.integer()
	if !ok || !v.IsUint64() || bits < 64 && v.Uint64()>>bits != 0 {
		return 0, rangeError(uintNames[bits])
	}
	return v.Uint64(), nil
}

func parseBits(text string, bits int, styles NumberStyles, name string) (uint64, error) {
	base := 16
	if styles&StyleBinarySpecifier != 0 {
		base = 2
	}
	digits := trimStyle(text, styles)
	if digits == "" || strings.ContainsAny(digits, "+-_") {
		return 0, badNumber(text)
	}
	v, ok := new(big.Int).SetString(digits, base)
	if !ok {
		return 0, badNumber(text)
	}
	if v.BitLen() > bits {
		return 0, rangeError(name)
	}
	return v.Uint64(), nil
}

// ParseBigInteger reads an integer of any size.
func ParseBigInteger(text string, styles NumberStyles, c *Culture) (*big.Int, error) {
	n, err := scanNumber(text, styles, c)
	if err != nil {
		return nil, err
	}
	v, ok := n.integer()
	if !ok {
		return nil, rangeError("a BigInteger")
	}
	return v, nil
}

// ParseDouble reads a double; a number too large gives an infinity.
func ParseDouble(text string, styles NumberStyles, c *Culture) (float64, error) {
	return parseFloat(text, 64, styles, c)
}

// ParseSingle reads a single.
func ParseSingle(text string, styles NumberStyles, c *Culture) (float32, error) {
	v, err := parseFloat(text, 32, styles, c)
	return float32(v), err
}

func parseFloat(text string, bits int, styles NumberStyles, c *Culture) (float64, error) {
	n, err := scanNumber(text, styles, c)
	if err == nil {
		v, _ := strconv.ParseFloat(n.text(), bits)
		return v, nil
	}
	switch word := strings.TrimSpace(text); {
	case strings.EqualFold(word, c.NaN), strings.EqualFold(word, c.NegativeSign+c.NaN), strings.EqualFold(word, c.PositiveSign+c.NaN):
		return math.NaN(), nil
	case strings.EqualFold(word, c.Infinity), strings.EqualFold(word, c.PositiveSign+c.Infinity):
		return math.Inf(1), nil
	case strings.EqualFold(word, c.NegInfinity):
		return math.Inf(-1), nil
	}
	return 0, err
}

// scanned is a number as it was written: digits with a decimal exponent.
type scanned struct {
	neg      bool
	digits   []byte
	exponent int
}

func (n *scanned) text() string {
	sign := ""
	if n.neg {
		sign = "-"
	}
	return sign + string(n.digits) + "e" + strconv.Itoa(n.exponent)
}

// integer returns the number's value if it is whole.
func (n *scanned) integer() (*big.Int, bool) {
	digits, exponent := n.digits, n.exponent
	for exponent < 0 && len(digits) > 1 && digits[len(digits)-1] == '0' {
		digits = digits[:len(digits)-1]
		exponent++
	}
	v, _ := new(big.Int).SetString(string(digits), 10)
	if v.Sign() == 0 {
		return v, true
	}
	if exponent < 0 || exponent > 10_000 {
		return v, false
	}
	if exponent > 0 {
		v.Mul(v, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(exponent)), nil))
	}
	if n.neg {
		v.Neg(v)
	}
	return v, true
}

const numberSpace = " \t\n\v\f\r"

func trimStyle(text string, styles NumberStyles) string {
	if styles&StyleLeadingWhite != 0 {
		text = strings.TrimLeft(text, numberSpace)
	}
	if styles&StyleTrailingWhite != 0 {
		text = strings.TrimRight(strings.TrimRight(text, "\x00"), numberSpace)
	}
	return text
}

// numberScan reads a number by styles; it keeps which marks it has seen.
type numberScan struct {
	rest                string
	styles              NumberStyles
	c                   *Culture
	signed, parens, cur bool
	n                   scanned
}

func scanNumber(text string, styles NumberStyles, c *Culture) (scanned, error) {
	s := numberScan{rest: trimStyle(text, styles), styles: styles, c: c}
	s.prefix()
	if !s.body() {
		return s.n, badNumber(text)
	}
	s.exponentPart()
	s.suffix()
	if s.rest != "" || s.parens {
		return s.n, badNumber(text)
	}
	return s.n, nil
}

func (s *numberScan) take(text string) bool {
	if text == "" || !strings.HasPrefix(s.rest, text) {
		return false
	}
	s.rest = s.rest[len(text):]
	return true
}

func (s *numberScan) sign(allowed NumberStyles) bool {
	if s.styles&allowed == 0 || s.signed {
		return false
	}
	switch {
	case s.take(s.c.NegativeSign):
		s.n.neg = true
	case !s.take(s.c.PositiveSign):
		return false
	}
	s.signed = true
	return true
}

func (s *numberScan) currency() bool {
	if s.styles&StyleCurrencySymbol == 0 || s.cur || !s.take(s.c.CurrencySymbol) {
		return false
	}
	s.cur = true
	return true
}

// prefix reads signs, a parenthesis and the currency's symbol before digits.
func (s *numberScan) prefix() {
	for {
		switch {
		case s.sign(StyleLeadingSign), s.currency():
		case s.styles&StyleParentheses != 0 && !s.signed && s.take("("):
			s.parens, s.signed, s.n.neg = true, true, true
		case s.styles&StyleLeadingWhite != 0 && (s.cur || s.signed) && s.take(" "):
		default:
			return
		}
	}
}

// body reads digits, group separators and the decimal point.
func (s *numberScan) body() bool {
	seen, point := false, false
	for s.rest != "" {
		ch := s.rest[0]
		switch {
		case isDigit(ch):
			seen = true
			s.n.digits = append(s.n.digits, ch)
			if point {
				s.n.exponent--
			}
			s.rest = s.rest[1:]
		case s.styles&StyleDecimalPoint != 0 && !point && s.take(s.c.DecimalSeparator):
			point = true
		case s.styles&StyleThousands != 0 && seen && !point && s.take(s.c.GroupSeparator):
		default:
			return seen
		}
	}
	return seen
}

// exponentPart reads an exponent; without digits it leaves the E unread.
func (s *numberScan) exponentPart() {
	if s.styles&StyleExponent == 0 || s.rest == "" || s.rest[0]|0x20 != 'e' {
		return
	}
	i, negative := 1, false
	if i < len(s.rest) && (s.rest[i] == '-' || s.rest[i] == '+') {
		negative = s.rest[i] == '-'
		i++
	}
	from, value := i, 0
	for i < len(s.rest) && isDigit(s.rest[i]) {
		value = min(value*10+int(s.rest[i]-'0'), 99_999)
		i++
	}
	if i == from {
		return
	}
	if negative {
		value = -value
	}
	s.n.exponent += value
	s.rest = s.rest[i:]
}

// suffix reads a sign, the currency's symbol or a parenthesis after digits.
func (s *numberScan) suffix() {
	for {
		switch {
		case s.sign(StyleTrailingSign), s.currency():
		case s.parens && s.take(")"):
			s.parens = false
		case s.styles&StyleTrailingWhite != 0 && s.take(" "):
		default:
			return
		}
	}
}
