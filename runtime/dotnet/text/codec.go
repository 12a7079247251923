package text

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"exolab/runtime/value"
)

// codec turns text into bytes and back. What one side lacks becomes .NET's
// replacement: U+FFFD where there is one, a question mark elsewhere.
type codec struct {
	encode func(s string) []byte
	decode func(raw []byte) string
}

var codecUTF8 = codec{utf8Bytes, utf8Text}

// utf8Bytes replaces halves of surrogate pairs.
func utf8Bytes(s string) []byte {
	if utf8.ValidString(s) {
		return []byte(s)
	}
	return []byte(string(utf16.Decode(value.Units(s))))
}

func utf8Text(raw []byte) string {
	if utf8.Valid(raw) {
		return string(raw)
	}
	var out strings.Builder
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		if r == utf8.RuneError && size == 1 {
			size = brokenLength(raw)
		}
		out.WriteRune(r)
		raw = raw[size:]
	}
	return out.String()
}

// brokenLength is how many bytes one replacement stands for at the start of
// what is not UTF-8: as much of a sequence as could have been one.
func brokenLength(raw []byte) int {
	wanted := 1
	switch lead := raw[0]; {
	case lead >= 0xF0 && lead <= 0xF4:
		wanted = 3
	case lead >= 0xE0 && lead < 0xF0:
		wanted = 2
	}
	n := 1
	for n < wanted && n < len(raw) && continues(raw[0], raw[n], n) {
		n++
	}
	return n
}

// continues reports whether b may be byte n of the sequence that lead begins:
// the second byte rules out overlong forms, surrogates, and what is beyond
// U+10FFFF.
func continues(lead, b byte, n int) bool {
	low, high := byte(0x80), byte(0xBF)
	if n == 1 {
		switch lead {
		case 0xE0:
			low = 0xA0
		case 0xED:
			high = 0x9F
		case 0xF0:
			low = 0x90
		case 0xF4:
			high = 0x8F
		}
	}
	return b >= low && b <= high
}

// byteOrder is the order of the bytes of a unit.
type byteOrder interface {
	binary.ByteOrder
	binary.AppendByteOrder
}

func codecUTF16(order byteOrder) codec {
	return codec{
		func(s string) []byte {
			out := make([]byte, 0, 2*len(s))
			for _, u := range value.Units(s) {
				out = order.AppendUint16(out, u)
			}
			return out
		},
		func(raw []byte) string {
			u := make([]uint16, 0, len(raw)/2+1)
			for ; len(raw) >= 2; raw = raw[2:] {
				u = append(u, order.Uint16(raw))
			}
			if len(raw) == 1 {
				u = append(u, 0xFFFD)
			}
			return value.UnitsText(u)
		},
	}
}

func codecUTF32(order byteOrder) codec {
	return codec{
		func(s string) []byte {
			var out []byte
			for _, r := range utf16.Decode(value.Units(s)) {
				out = order.AppendUint32(out, uint32(r))
			}
			return out
		},
		func(raw []byte) string {
			var out strings.Builder
			for ; len(raw) >= 4; raw = raw[4:] {
				out.WriteRune(rune(order.Uint32(raw)))
			}
			return out.String()
		},
	}
}

// codecNarrow is one byte per character below limit.
func codecNarrow(limit uint16) codec {
	return codec{
		func(s string) []byte {
			u := value.Units(s)
			out := make([]byte, len(u))
			for i, c := range u {
				if out[i] = '?'; c < limit {
					out[i] = byte(c)
				}
			}
			return out
		},
		func(raw []byte) string {
			var out strings.Builder
			for _, c := range raw {
				if uint16(c) < limit {
					out.WriteRune(rune(c))
				} else {
					out.WriteRune('?')
				}
			}
			return out.String()
		},
	}
}

// codecWindows1252 is Latin-1 with letters and signs for most of its control
// characters.
func codecWindows1252() codec {
	page := charmap.Windows1252
	return codec{
		func(s string) []byte {
			u := value.Units(s)
			out := make([]byte, len(u))
			for i, c := range u {
				b, ok := page.EncodeRune(rune(c))
				if out[i] = '?'; ok {
					out[i] = b
				}
			}
			return out
		},
		func(raw []byte) string {
			var out strings.Builder
			for _, c := range raw {
				out.WriteRune(page.DecodeByte(c))
			}
			return out.String()
		},
	}
}
