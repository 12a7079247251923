package value

import (
	"errors"
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/cockroachdb/apd/v3"
)

// ScanNumber reads text as a PowerShell number literal (with sign, 0x, 0b,
// exponent, type suffix and kb to pb); ok is false if it is none.
func ScanNumber(text string) (v Value, ok bool) {
	s := strings.TrimSpace(text)
	sign := ""
	if s != "" && (s[0] == '-' || s[0] == '+') {
		sign, s = s[:1], s[1:]
	}
	if s == "" || s[0] != '.' && (s[0] < '0' || s[0] > '9') {
		return Null, false
	}
	s, scale := cutMultiplier(Fold(s))
	if digits, found := strings.CutSuffix(s, "n"); found {
		return scanBig(sign, digits, scale)
	}
	if len(s) > 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'b') {
		return scanRadix(s, sign == "-", scale)
	}
	return scanDecimal(s, sign == "-", scale)
}

// scanBig reads the digits of a literal with the suffix n.
func scanBig(sign, digits string, scale int64) (Value, bool) {
	if strings.ContainsAny(digits, "+-_") {
		return Null, false
	}
	base := 10
	if len(digits) > 2 && digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'b') {
		base = 0
	}
	n, ok := new(big.Int).SetString(sign+digits, base)
	if !ok {
		return Null, false
	}
	return BigOf(n.Mul(n, big.NewInt(scale))), true
}

func cutMultiplier(s string) (string, int64) {
	for i, suffix := range [...]string{"kb", "mb", "gb", "tb", "pb"} {
		if rest, found := strings.CutSuffix(s, suffix); found && !strings.HasPrefix(s, "0x") {
			return rest, 1 << (10 * (i + 1))
		}
	}
	return s, 1
}

func scanRadix(s string, negative bool, scale int64) (Value, bool) {
	base := 16
	if s[1] == 'b' {
		base = 2
	}
	digits := strings.TrimSuffix(s[2:], "l")
	n, ok := new(big.Int).SetString(digits, base)
	if !ok || strings.ContainsAny(digits, "+-_") {
		return Null, false
	}
	bits := len(digits)
	if base == 16 {
		bits *= 4
	}
	switch bits {
	case 32:
		n = big.NewInt(int64(int32(n.Uint64())))
	case 64:
		n = big.NewInt(int64(n.Uint64()))
	}
	if negative {
		n.Neg(n)
	}
	return integerValue(n.Mul(n, big.NewInt(scale)), len(digits) < len(s)-2), true
}

// integerValue is the smallest of Int32, Int64, Decimal and Double that holds n.
func integerValue(n *big.Int, long bool) Value {
	if n.IsInt64() {
		if m := n.Int64(); !long && m == int64(int32(m)) {
			return Int(int(m))
		}
		return Long(n.Int64())
	}
	d := apd.NewWithBigInt(new(apd.BigInt).SetMathBigInt(n), 0)
	if FitDecimal(d) {
		return Dec(d)
	}
	f, _ := new(big.Float).SetInt(n).Float64()
	return Double(f)
}

var numberSuffixes = []struct {
	text string
	kind Kind
}{{"ul", KindUInt64}, {"us", KindUInt16}, {"uy", KindByte}, {"l", KindInt64}, {"d", KindDecimal}, {"s", KindInt16}, {"y", KindSByte}, {"u", KindUInt32}}

func scanDecimal(s string, negative bool, scale int64) (Value, bool) {
	kind := KindNull
	for _, suffix := range numberSuffixes {
		if rest, found := strings.CutSuffix(s, suffix.text); found {
			s, kind = rest, suffix.kind
			break
		}
	}
	if !plainNumber(s) {
		return Null, false
	}
	if negative {
		s = "-" + s
	}
	if kind == KindNull && strings.ContainsAny(s, ".e") {
		f, err := strconv.ParseFloat(s, 64)
		return Double(f * float64(scale)), err == nil || math.IsInf(f, 0)
	}
	d, _, err := apd.NewFromString(s)
	if err != nil {
		return Null, false
	}
	if _, err = DecimalContext.Mul(d, d, apd.New(scale, 0)); err != nil {
		return Null, false
	}
	if kind != KindNull {
		if kind == KindDecimal && !FitDecimal(d) {
			return Null, false
		}
		out, cause := fromDecimal(d, kind)
		return out, cause == ""
	}
	n, ok := new(big.Int).SetString(d.Text('f'), 10)
	if !ok {
		return Null, false
	}
	return integerValue(n, false), true
}

// plainNumber checks digits, one point and an exponent.
func plainNumber(s string) bool {
	digits, point, exponent := 0, false, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.' && !point && !exponent:
			point = true
		case c == 'e' && digits > 0 && !exponent && i+1 < len(s):
			exponent = true
			if s[i+1] == '+' || s[i+1] == '-' {
				i++
			}
			digits = 0
		default:
			return false
		}
	}
	return digits > 0
}

// stringToNumber parses as .NET's converters do and falls back to what
// PowerShell's own number syntax and thousands separators allow.
func stringToNumber(v Value, t *Type) (Value, error) {
	text := v.Text()
	if t == TypeChar {
		if units := Units(text); len(units) == 1 {
			return Char(units[0]), nil
		}
		return Null, causedError(idParse, v, t, "String must be exactly one character long.")
	}
	if text == "" {
		return zeroOf(t), nil
	}
	out, tooLarge := parsePlain(text, t.Kind)
	if out.Kind() != KindNull {
		return out, nil
	}
	id := stringToNumberID(t.Kind)
	if tooLarge {
		return Null, causedError(id, v, t, overflowText(t.Kind))
	}
	number, ok := ScanNumber(text)
	if !ok {
		number, ok = parseThousands(text)
	}
	if ok && !number.IsNumber() {
		if out, err := Convert(nil, number, t); err == nil {
			return out, nil
		}
	} else if ok {
		if out, cause := ChangeNumber(number, t.Kind); cause == "" {
			return out, nil
		}
	}
	return Null, causedError(id, v, t, "The input string '"+text+"' was not in a correct format.")
}

func stringToNumberID(k Kind) string {
	switch k {
	case KindSingle, KindDouble:
		return "InvalidCastFromStringToDoubleOrSingle"
	case KindDecimal:
		return "InvalidCastFromStringToDecimal"
	}
	return idStringToInteger
}

// parsePlain reads an integer or, for the other kinds, a number in invariant
// notation; Null if it is none.
func parsePlain(text string, k Kind) (out Value, tooLarge bool) {
	s := strings.TrimSpace(text)
	switch k {
	case KindSingle, KindDouble:
		return parseFloat(s, k), false
	case KindDecimal:
		return Null, false
	case KindUInt64:
		if n, err := strconv.ParseUint(strings.TrimPrefix(s, "+"), 10, 64); err == nil {
			return scalar(k, n), false
		}
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err == nil && strings.IndexByte(s, '_') < 0 {
		if fits(n, k) {
			return scalar(k, uint64(n)), false
		}
		return Null, true
	}
	return Null, errors.Is(err, strconv.ErrRange)
}

func parseFloat(s string, k Kind) Value {
	switch Fold(s) {
	case "nan", "-nan":
		return fromFloat(math.NaN(), k)
	case "infinity", "∞":
		return fromFloat(math.Inf(1), k)
	case "-infinity", "-∞":
		return fromFloat(math.Inf(-1), k)
	}
	if !plainNumber(Fold(strings.TrimLeft(s, "+-"))) {
		return Null
	}
	bits := 64
	if k == KindSingle {
		bits = 32
	}
	f, err := strconv.ParseFloat(s, bits)
	if err != nil && !math.IsInf(f, 0) {
		return Null
	}
	return fromFloat(f, k)
}

// parseThousands reads "1,234.5".
func parseThousands(text string) (Value, bool) {
	whole, fraction, _ := strings.Cut(strings.TrimSpace(text), ".")
	if !strings.Contains(whole, ",") || strings.HasPrefix(whole, ",") || strings.Contains(fraction, ",") {
		return Null, false
	}
	v := parseFloat(strings.ReplaceAll(whole, ",", "")+"."+fraction+"0", KindDouble)
	return v, v.Kind() != KindNull
}
