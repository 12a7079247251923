package jsonschema

import (
	"encoding/json"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// maxExponent bounds the numbers that are computed exactly: 1e999999999 would
// take all memory.
const maxExponent = 400

// maxDigits is how many digits of a fraction messages show, as many as .NET's
// decimal has.
const maxDigits = 28

// exact is the value of a number. Beyond a double's range numbers count as one
// large number, and those closer to zero as zero.
func exact(n json.Number) *big.Rat {
	text := n.String()
	if at := strings.IndexAny(text, "eE"); at >= 0 {
		exponent, err := strconv.Atoi(text[at+1:])
		switch {
		case strings.Trim(text[:at], "-0.") == "":
			return new(big.Rat)
		case err == nil && -maxExponent <= exponent && exponent <= maxExponent:
		case strings.HasPrefix(text[at+1:], "-"):
			return new(big.Rat)
		case strings.HasPrefix(text, "-"):
			text = "-1e" + strconv.Itoa(maxExponent)
		default:
			text = "1e" + strconv.Itoa(maxExponent)
		}
	}
	r, _ := new(big.Rat).SetString(text)
	return r
}

// decimal is the shortest text of a number.
func decimal(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	return strings.TrimRight(strings.TrimRight(r.FloatString(maxDigits), "0"), ".")
}

// equal reports whether two values are the same to schemas: 1.0 is 1, and the
// order of members does not matter.
func equal(a, b any) bool { return identity(a) == identity(b) }

// identity is a text that only equal values share.
func identity(v any) string {
	var out strings.Builder
	writeIdentity(&out, v)
	return out.String()
}

func writeIdentity(out *strings.Builder, v any) {
	switch v := v.(type) {
	case json.Number:
		out.WriteString(exact(v).RatString())
	case []any:
		for _, item := range v {
			out.WriteByte('[')
			writeIdentity(out, item)
		}
		out.WriteByte(']')
	case *object:
		for _, name := range slices.Sorted(slices.Values(v.names)) {
			out.WriteString("{" + compact(name) + ":")
			writeIdentity(out, v.members[name])
		}
		out.WriteByte('}')
	default:
		out.WriteString(compact(v))
	}
}

// typeOf is the type that messages call a value.
func typeOf(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case string:
		return "string"
	case []any:
		return "array"
	case json.Number:
		if strings.ContainsAny(v.String(), ".eE") {
			return "number"
		}
		return "integer"
	}
	return "object"
}
