package netfmt

import (
	"crypto/rand"
	"strings"
)

// Guid is a GUID in the order in which it is written.
type Guid [16]byte

const hexDigits = "0123456789abcdef"

var errGuidFormat = formatError(`Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".`)

var errGuidText = formatError("Unrecognized Guid format.")

var errGuidDashes = formatError("Dashes are in the wrong position for GUID parsing.")

var errGuidHex = formatError("Guid string should only contain hexadecimal characters.")

var errGuidLength = formatError("Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).")

// NewGuid returns a random GUID (version 4 of RFC 9562).
func NewGuid() Guid {
	var g Guid
	_, _ = rand.Read(g[:])
	g[6], g[8] = g[6]&0x0F|0x40, g[8]&0x3F|0x80
	return g
}

// String returns the GUID in form D.
func (g Guid) String() string {
	var space [36]byte
	return string(g.appendDashed(space[:0]))
}

func (g Guid) appendDashed(dst []byte) []byte {
	for i, b := range g {
		if i == 4 || i == 6 || i == 8 || i == 10 {
			dst = append(dst, '-')
		}
		dst = append(dst, hexDigits[b>>4], hexDigits[b&15])
	}
	return dst
}

// Format returns the GUID in one of .NET's forms N, D, B, P and X.
func (g Guid) Format(spec string) (string, error) {
	switch spec {
	case "", "d", "D":
		return g.String(), nil
	case "n", "N":
		return strings.ReplaceAll(g.String(), "-", ""), nil
	case "b", "B":
		return "{" + g.String() + "}", nil
	case "p", "P":
		return "(" + g.String() + ")", nil
	case "x", "X":
		return g.hexForm(), nil
	}
	return "", errGuidFormat
}

func (g Guid) hexForm() string {
	plain := strings.ReplaceAll(g.String(), "-", "")
	out := "{0x" + plain[:8] + ",0x" + plain[8:12] + ",0x" + plain[12:16] + ",{"
	for i := 16; i < 32; i += 2 {
		if i > 16 {
			out += ","
		}
		out += "0x" + plain[i:i+2]
	}
	return out + "}}"
}

// ParseGuid reads a GUID in any of .NET's forms. The error is .NET's
// FormatException.
func ParseGuid(text string) (Guid, error) {
	text = strings.TrimSpace(text)
	if len(text) < 32 {
		return Guid{}, errGuidText
	}
	switch {
	case text[0] == '(':
		if len(text) != 38 || text[37] != ')' {
			return Guid{}, errGuidLength
		}
		return parseDashed(text[1:37])
	case text[0] == '{' && text[9] == '-':
		if len(text) != 38 || text[37] != '}' {
			return Guid{}, errGuidLength
		}
		return parseDashed(text[1:37])
	case text[0] == '{':
		return parseHexForm(text)
	case text[8] == '-':
		if len(text) != 36 {
			return Guid{}, errGuidLength
		}
		return parseDashed(text)
	}
	if len(text) != 32 {
		return Guid{}, formatError("Guid should contain only 32 digits (xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx).")
	}
	return parseHexDigits(text)
}

func parseDashed(text string) (Guid, error) {
	if text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-' {
		return Guid{}, errGuidDashes
	}
	return parseHexDigits(text[:8] + text[9:13] + text[14:18] + text[19:23] + text[24:])
}

func parseHexDigits(text string) (Guid, error) {
	var g Guid
	for i := range g {
		high, low := hexValue(text[2*i]), hexValue(text[2*i+1])
		if high < 0 || low < 0 {
			return Guid{}, errGuidHex
		}
		g[i] = byte(high<<4 | low)
	}
	return g, nil
}

// hexValue returns the value of a hexadecimal digit, -1 for other characters.
func hexValue(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// parseHexForm reads form X: {0x…,0x…,0x…,{0x…,…}}.
func parseHexForm(text string) (Guid, error) {
	text = strings.Join(strings.Fields(text), "")
	inner, ok := strings.CutSuffix(strings.TrimPrefix(text, "{"), "}}")
	if !ok {
		return Guid{}, formatError("Could not find a brace, or the length between the previous token and the brace was zero (i.e., '0x,'etc.).")
	}
	parts := strings.Split(strings.Replace(inner, "{", "", 1), ",")
	if len(parts) != 11 {
		return Guid{}, formatError("Could not find a comma, or the length between the previous token and the comma was zero (i.e., '0x,'etc.).")
	}
	digits := ""
	for i, part := range parts {
		width := 2
		switch i {
		case 0:
			width = 8
		case 1, 2:
			width = 4
		}
		hex, ok := strings.CutPrefix(strings.ToLower(part), "0x")
		if !ok {
			return Guid{}, formatError("Expected 0x prefix.")
		}
		if hex == "" || len(hex) > width {
			return Guid{}, overflowError("Value was either too large or too small for a UInt32.")
		}
		digits += strings.Repeat("0", width-len(hex)) + hex
	}
	return parseHexDigits(digits)
}
