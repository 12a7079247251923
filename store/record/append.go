package record

import (
	"strconv"
	"time"
	"unicode/utf8"

	"exolab/store/tenant"
)

// Append appends a record as one line. A mailbox that is "" is left out, unless a
// property of that very name would be read in its place.
func Append(out []byte, kind, mailbox string, b tenant.Bag) []byte {
	out = append(out, `{"kind": `...)
	out = appendJSONText(out, kind)
	if mailbox != "" || hasText(b, "mailbox") {
		out = append(out, `, "mailbox": `...)
		out = appendJSONText(out, mailbox)
	}
	for name, value := range b.All() {
		out = append(out, ", "...)
		out = appendJSONText(out, name)
		out = append(out, ": "...)
		out = appendJSON(out, value)
	}
	return append(out, "}\n"...)
}

// hasText reports whether a property of exactly that name is a text.
func hasText(b tenant.Bag, name string) bool {
	i := b.Shape().Index(name)
	if i < 0 || b.Shape().Names()[i] != name {
		return false
	}
	_, ok := b.Values()[i].(string)
	return ok
}

func appendJSON(out []byte, v any) []byte {
	switch v := v.(type) {
	case bool:
		return strconv.AppendBool(out, v)
	case int64:
		return strconv.AppendInt(out, v, 10)
	case float64:
		return append(out, formatFloat(v)...)
	case tenant.Number:
		return append(out, v...)
	case string:
		return appendJSONText(out, v)
	case time.Time:
		return appendJSONText(out, tenant.FormatTime(v))
	case []any:
		out = append(out, '[')
		for i, element := range v {
			if i > 0 {
				out = append(out, ", "...)
			}
			out = appendJSON(out, element)
		}
		return append(out, ']')
	case tenant.Bag:
		out = append(out, '{')
		first := true
		for name, value := range v.All() {
			if !first {
				out = append(out, ", "...)
			}
			first = false
			out = append(appendJSONText(out, name), ": "...)
			out = appendJSON(out, value)
		}
		return append(out, '}')
	}
	return append(out, "null"...)
}

const hexDigits = "0123456789abcdef"

func appendJSONText(out []byte, s string) []byte {
	out = append(out, '"')
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			size := 0
			out, size = appendBeyondASCII(out, s[i:])
			i += size
			continue
		}
		i++
		switch {
		case c == '"' || c == '\\':
			out = append(out, '\\', c)
		case c == '\n':
			out = append(out, '\\', 'n')
		case c == '\r':
			out = append(out, '\\', 'r')
		case c == '\t':
			out = append(out, '\\', 't')
		case c < ' ':
			out = append(out, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		default:
			out = append(out, c)
		}
	}
	return append(out, '"')
}

// appendBeyondASCII writes the next character: a lone surrogate as an escape, a
// byte that is not UTF-8 as U+FFFD.
func appendBeyondASCII(out []byte, s string) ([]byte, int) {
	r, size := utf8.DecodeRuneInString(s)
	if r != utf8.RuneError || size > 1 {
		return append(out, s[:size]...), size
	}
	if len(s) >= 3 && s[0] == 0xed && s[1] >= 0xa0 && s[1] <= 0xbf && s[2]&0xc0 == 0x80 {
		unit := 0xd000 | uint16(s[1]&0x3f)<<6 | uint16(s[2]&0x3f)
		return append(out, '\\', 'u', hexDigits[unit>>12], hexDigits[unit>>8&15], hexDigits[unit>>4&15], hexDigits[unit&15]), 3
	}
	return append(out, "\ufffd"...), 1
}
