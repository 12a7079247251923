package record

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// string reads a text; without escapes it shares the memory of the line.
func (r *Reader) string() (string, error) {
	r.at++ // "
	start := r.at
	r.at += plain(r.text[start:])
	for r.at < len(r.text) {
		switch c := r.text[r.at]; {
		case c == '"':
			r.at++
			return r.text[start : r.at-1], nil
		case c == '\\':
			return r.escaped(start)
		case c < ' ':
			return "", r.unexpected()
		}
		r.at++
	}
	return "", r.unexpected()
}

// plain returns a number of bytes, a multiple of eight, among which there is
// certainly no quote, backslash or control character.
func plain(s string) int {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	n := 0
	for ; len(s)-n >= 8; n += 8 {
		b := s[n : n+8]
		w := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		quote, backslash := w^(ones*'"'), w^(ones*'\\')
		// Each term has the top bit of a byte that is zero or, in the last, below ' '.
		if ((quote-ones)&^quote|(backslash-ones)&^backslash|(w-ones*' ')&^w)&tops != 0 {
			break
		}
	}
	return n
}

var simpleEscapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// escaped goes on with a text whose first escape has been met.
func (r *Reader) escaped(start int) (string, error) {
	out := make([]byte, 0, r.at-start+32)
	out = append(out, r.text[start:r.at]...)
	for r.at < len(r.text) {
		c := r.text[r.at]
		r.at++
		switch {
		case c == '"':
			return string(out), nil
		case c < ' ':
			r.at--
			return "", r.unexpected()
		case c != '\\':
			out = append(out, c)
			continue
		}
		escape := r.peek()
		if plain := simpleEscapes[escape]; plain != 0 {
			out = append(out, plain)
			r.at++
			continue
		}
		unit, ok := r.unit()
		if escape != 'u' || !ok {
			return "", r.unexpected()
		}
		out = r.appendUnit(out, unit)
	}
	return "", r.unexpected()
}

// unit reads the uXXXX of an escape.
func (r *Reader) unit() (rune, bool) {
	if len(r.text)-r.at < 5 || r.text[r.at] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(r.text[r.at+1:r.at+5], 16, 16)
	if err != nil {
		return 0, false
	}
	r.at += 5
	return rune(n), true
}

// appendUnit appends a UTF-16 unit, with the one after it if both make a pair. A
// surrogate that stands alone is kept in three bytes, as a string may hold one.
func (r *Reader) appendUnit(out []byte, unit rune) []byte {
	if unit < 0xd800 || unit > 0xdfff {
		return utf8.AppendRune(out, unit)
	}
	if unit < 0xdc00 && strings.HasPrefix(r.text[r.at:], `\u`) {
		before := r.at
		r.at++
		if low, ok := r.unit(); ok && low >= 0xdc00 && low <= 0xdfff {
			return utf8.AppendRune(out, (unit-0xd800)<<10+(low-0xdc00)+0x10000)
		}
		r.at = before
	}
	return append(out, 0xe0|byte(unit>>12), 0x80|byte(unit>>6)&0x3f, 0x80|byte(unit)&0x3f)
}
