package network

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/value"
)

// loadURLCoding fills HttpUtility's overloads that escape and unescape texts
// and bytes.
func loadURLCoding(b dotnet.Rows) {
	ofText := dotnet.Give(func(c *value.Call) value.Value { return value.Str(urlEncode(string(encodedArg(c)), true)) })
	ofBytes := bytesBody(func(raw []byte) value.Value { return value.Str(urlEncode(string(raw), true)) })
	toBytes := func(raw []byte) value.Value { return numbers.ByteArray([]byte(urlEncode(string(raw), true))) }
	rawBytes := func(raw []byte) value.Value { return numbers.ByteArray([]byte(unescape(string(raw), true))) }
	for _, encoding := range []string{"", ", System.Text.Encoding e"} {
		b.Static("string UrlEncode(string str"+encoding+")", nullStays(ofText))
		b.Static("byte[] UrlEncodeToBytes(string str"+encoding+")", nullStays(dotnet.Give(func(c *value.Call) value.Value { return toBytes(encodedArg(c)) })))
		b.Static("string UrlDecode(string str"+encoding+")", nullStays(dotnet.Give(func(c *value.Call) value.Value {
			return value.Str(formText(dotnet.TextArg(c, 0), encodingArg(c)))
		})))
		b.Static("byte[] UrlDecodeToBytes(string str"+encoding+")", nullStays(dotnet.Give(func(c *value.Call) value.Value { return rawBytes(encodedArg(c)) })))
	}
	for _, part := range []string{"", ", int offset, int count"} {
		b.Static("string UrlEncode(byte[] bytes"+part+")", nullStays(ofBytes))
		b.Static("byte[] UrlEncodeToBytes(byte[] bytes"+part+")", nullStays(bytesBody(toBytes)))
		b.Static("byte[] UrlDecodeToBytes(byte[] bytes"+part+")", nullStays(bytesBody(rawBytes)))
		b.Static("string UrlDecode(byte[] bytes"+part+", System.Text.Encoding e)", nullStays(func(c *value.Call) (value.Value, error) {
			raw, err := bytesArg(c)
			return value.Str(encodingArg(c).Decode([]byte(unescape(string(raw), true)))), err
		}))
	}
	b.Static("string UrlEncodeUnicode(string str)", textBody(unicodeEscape))
	b.Static("byte[] UrlEncodeUnicodeToBytes(string str)", nullStays(dotnet.Give(func(c *value.Call) value.Value {
		return numbers.ByteArray([]byte(unicodeEscape(dotnet.TextArg(c, 0))))
	})))
}

// nullStays makes a body that gives null for null.
func nullStays(f dotnet.Body) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		if c.Args[0].IsNull() {
			return value.Null, nil
		}
		return f(c)
	}
}

func bytesBody(f func(raw []byte) value.Value) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		raw, err := bytesArg(c)
		if err != nil {
			return value.Null, err
		}
		return f(raw), nil
	}
}

// bytesArg is the first argument, or the part of it that the next two tell.
func bytesArg(c *value.Call) ([]byte, error) {
	raw := numbers.Bytes(c.Args[0])
	if len(c.Args) < 3 {
		return raw, nil
	}
	offset, count := dotnet.IntArg(c, 1), dotnet.IntArg(c, 2)
	const message = "Specified argument was out of the range of valid values."
	switch {
	case offset < 0 || offset > len(raw):
		return nil, dotnet.ThrowParam(dotnet.ExArgumentRange, "offset", message)
	case count < 0 || count > len(raw)-offset:
		return nil, dotnet.ThrowParam(dotnet.ExArgumentRange, "count", message)
	}
	return raw[offset : offset+count], nil
}

// encodingArg is the last argument where it is an encoding, else UTF-8.
func encodingArg(c *value.Call) *text.Encoding {
	if e, ok := value.As[*text.Encoding](c.Args[len(c.Args)-1]); ok {
		return e
	}
	return text.EncodingUTF8
}

func encodedArg(c *value.Call) []byte { return encodingArg(c).Encode(dotnet.TextArg(c, 0)) }

// formText undoes the escapes of a form: bytes in an encoding, and UTF-16 units
// as %uXXXX.
func formText(s string, e *text.Encoding) string {
	var out strings.Builder
	var raw []byte
	var units []uint16
	flush := func() {
		out.WriteString(e.Decode(raw))
		out.WriteString(string(utf16.Decode(units)))
		raw, units = nil, nil
	}
	for s != "" {
		if unit, ok := hexAt(s, "%u", 4); ok {
			if len(raw) > 0 {
				flush()
			}
			units, s = append(units, uint16(unit)), s[6:]
			continue
		}
		if len(units) > 0 {
			flush()
		}
		c, ok := hexAt(s, "%", 2)
		switch {
		case ok:
			raw, s = append(raw, byte(c)), s[3:]
		case s[0] == '+':
			raw, s = append(raw, ' '), s[1:]
		case s[0] < utf8.RuneSelf:
			raw, s = append(raw, s[0]), s[1:]
		default:
			flush()
			_, n := utf8.DecodeRuneInString(s)
			out.WriteString(s[:n])
			s = s[n:]
		}
	}
	flush()
	return out.String()
}

// hexAt reads so many hexadecimal digits after a prefix.
func hexAt(s, prefix string, digits int) (uint64, bool) {
	rest, ok := strings.CutPrefix(s, prefix)
	if !ok || len(rest) < digits {
		return 0, false
	}
	n, err := strconv.ParseUint(rest[:digits], 16, 32)
	return n, err == nil
}

// unicodeEscape escapes as urlEncode does, other characters than ASCII as %uXXXX.
func unicodeEscape(s string) string {
	var out strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		if unit < utf8.RuneSelf {
			out.WriteString(urlEncode(string(rune(unit)), true))
		} else {
			fmt.Fprintf(&out, "%%u%04x", unit)
		}
	}
	return out.String()
}

// scriptEscape escapes what a JavaScript string cannot have as it is.
func scriptEscape(s string) string {
	short := map[rune]string{'\\': `\\`, '"': `\"`, '\n': `\n`, '\r': `\r`, '\t': `\t`, '\b': `\b`, '\f': `\f`}
	var out strings.Builder
	for _, r := range s {
		escaped, ok := short[r]
		switch {
		case ok:
			out.WriteString(escaped)
		case r < ' ' || strings.ContainsRune("'<>&\u0085\u2028\u2029", r):
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}
