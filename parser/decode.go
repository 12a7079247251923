package parser

import (
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// Decode turns the bytes of a script file into text: UTF-8 with or without a
// byte order mark, or UTF-16 with one.
func Decode(data []byte) string {
	switch {
	case len(data) >= 3 && data[0] == 0xef && data[1] == 0xbb && data[2] == 0xbf:
		return string(data[3:])
	case len(data) >= 2 && data[0] == 0xff && data[1] == 0xfe:
		return decodeUTF16(data[2:], binary.LittleEndian)
	case len(data) >= 2 && data[0] == 0xfe && data[1] == 0xff:
		return decodeUTF16(data[2:], binary.BigEndian)
	}
	return decodeUTF8(data)
}

// decodeUTF8 puts U+FFFD in the place of every byte that is not UTF-8, as
// PowerShell does with scripts in an old code page.
func decodeUTF8(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	return string([]rune(string(data)))
}

// decodeUTF16 decodes units of two bytes; half a unit at the end is dropped.
func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}
