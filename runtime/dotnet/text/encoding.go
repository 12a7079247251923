package text

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/value"
)

// Encoding is a System.Text.Encoding.
type Encoding struct {
	name, web string
	page      int
	bom       []byte
	toBytes   func(s string) []byte
	toText    func(raw []byte) string
	// quiet leaves the byte order mark out of files.
	quiet bool
}

var (
	typeEncoding = &value.Type{Name: "Encoding", FullName: "System.Text.Encoding", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

	// EncodingUTF8 writes no byte order mark.
	EncodingUTF8 = &Encoding{"Unicode (UTF-8)", "utf-8", 65001, []byte{0xEF, 0xBB, 0xBF}, utf8Bytes, utf8Text, true}
	encodingBOM8 = &Encoding{"Unicode (UTF-8)", "utf-8", 65001, []byte{0xEF, 0xBB, 0xBF}, utf8Bytes, utf8Text, false}
	encoding16LE = &Encoding{"Unicode", "utf-16", 1200, []byte{0xFF, 0xFE}, utf16Bytes(binary.LittleEndian), utf16Text(binary.LittleEndian), false}
	encoding16BE = &Encoding{"Unicode (Big-Endian)", "utf-16BE", 1201, []byte{0xFE, 0xFF}, utf16Bytes(binary.BigEndian), utf16Text(binary.BigEndian), false}
	encoding32   = &Encoding{"Unicode (UTF-32)", "utf-32", 12000, []byte{0xFF, 0xFE, 0, 0}, utf32Bytes, utf32Text, false}
	encodingAnsi = &Encoding{"US-ASCII", "us-ascii", 20127, nil, narrowBytes(0x80), narrowText(0x80), false}
	encoding1252 = &Encoding{"Western European (ISO)", "iso-8859-1", 28591, nil, narrowBytes(0x100), narrowText(0x100), false}
)

// PSType returns Encoding.
func (*Encoding) PSType() *value.Type { return typeEncoding }

// Encode is the bytes of a text.
func (e *Encoding) Encode(s string) []byte { return e.toBytes(s) }

// Preamble is the byte order mark.
func (e *Encoding) Preamble() []byte {
	if e.quiet {
		return nil
	}
	return bytes.Clone(e.bom)
}

// DecodeFile decodes a file's content: a byte order mark overrules e.
func (e *Encoding) DecodeFile(raw []byte) string {
	for _, known := range []*Encoding{EncodingUTF8, encoding32, encoding16LE, encoding16BE} {
		if bytes.HasPrefix(raw, known.bom) {
			return known.toText(raw[len(known.bom):])
		}
	}
	return e.toText(raw)
}

func utf8Bytes(s string) []byte { return []byte(strings.ToValidUTF8(s, "\uFFFD")) }

func utf8Text(raw []byte) string {
	if utf8.Valid(raw) {
		return string(raw)
	}
	return string(bytes.ToValidUTF8(raw, []byte("\uFFFD")))
}

func utf16Bytes(order binary.AppendByteOrder) func(string) []byte {
	return func(s string) []byte {
		var out []byte
		for _, u := range value.Units(s) {
			out = order.AppendUint16(out, u)
		}
		return out
	}
}

func utf16Text(order binary.ByteOrder) func([]byte) string {
	return func(raw []byte) string {
		u := make([]uint16, 0, len(raw)/2)
		for ; len(raw) >= 2; raw = raw[2:] {
			u = append(u, order.Uint16(raw))
		}
		if len(raw) == 1 {
			u = append(u, 0xFFFD)
		}
		return value.UnitsText(u)
	}
}

func utf32Bytes(s string) []byte {
	var out []byte
	for _, r := range s {
		out = binary.LittleEndian.AppendUint32(out, uint32(r))
	}
	return out
}

func utf32Text(raw []byte) string {
	var out strings.Builder
	for ; len(raw) >= 4; raw = raw[4:] {
		out.WriteRune(rune(binary.LittleEndian.Uint32(raw)))
	}
	return out.String()
}

// narrowBytes is an encoding of one byte per character below limit; others
// become question marks.
func narrowBytes(limit uint16) func(string) []byte {
	return func(s string) []byte {
		u := value.Units(s)
		out := make([]byte, len(u))
		for i, c := range u {
			if out[i] = '?'; c < limit {
				out[i] = byte(c)
			}
		}
		return out
	}
}

func narrowText(limit int) func([]byte) string {
	return func(raw []byte) string {
		var out strings.Builder
		for _, c := range raw {
			if int(c) < limit {
				out.WriteRune(rune(c))
			} else {
				out.WriteRune('?')
			}
		}
		return out.String()
	}
}

// encodingNamed finds an encoding by web name or code page.
func encodingNamed(name string) *Encoding {
	switch strings.ToLower(name) {
	case "utf-8", "utf8", "65001":
		return encodingBOM8
	case "utf-16", "unicode", "utf-16le", "1200":
		return encoding16LE
	case "utf-16be", "1201":
		return encoding16BE
	case "utf-32", "12000":
		return encoding32
	case "us-ascii", "ascii", "20127":
		return encodingAnsi
	case "iso-8859-1", "latin1", "28591", "windows-1252", "1252":
		return encoding1252
	}
	return nil
}

func loadEncoding(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	enc := dotnet.Of[*Encoding]
	b.Get("string EncodingName", func(v value.Value) value.Value { return value.Str(enc(v).name) })
	b.Get("string WebName", func(v value.Value) value.Value { return value.Str(enc(v).web) })
	b.Get("string BodyName", func(v value.Value) value.Value { return value.Str(enc(v).web) })
	b.Get("string HeaderName", func(v value.Value) value.Value { return value.Str(enc(v).web) })
	b.Get("int CodePage", func(v value.Value) value.Value { return value.Int(enc(v).page) })
	b.Get("bool IsSingleByte", func(v value.Value) value.Value { return value.Bool(enc(v).page == 20127 || enc(v).page == 28591) })
	b.Method("byte[] GetBytes(string s)", dotnet.Give(func(c *value.Call) value.Value { return numbers.ByteArray(enc(c.This).Encode(dotnet.TextArg(c, 0))) }))
	b.Method("byte[] GetBytes(char[] chars)", dotnet.Give(func(c *value.Call) value.Value { return numbers.ByteArray(enc(c.This).Encode(CharsText(c.Args[0]))) }))
	b.Method("int GetByteCount(string s)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(len(enc(c.This).Encode(dotnet.TextArg(c, 0)))) }))
	b.Method("string GetString(byte[] bytes)", func(c *value.Call) (value.Value, error) {
		if c.Args[0].IsNull() {
			return value.Null, dotnet.ErrNullArgument("bytes")
		}
		return value.Str(enc(c.This).toText(numbers.Bytes(c.Args[0]))), nil
	})
	b.Method("string GetString(byte[] bytes, int index, int count)", func(c *value.Call) (value.Value, error) {
		raw, at, n := numbers.Bytes(c.Args[0]), dotnet.IntArg(c, 1), dotnet.IntArg(c, 2)
		if err := dotnet.FirstError(dotnet.IfNegative("index", at), dotnet.IfNegative("count", n)); err != nil {
			return value.Null, err
		}
		if at+n > len(raw) {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "bytes", "Index and count must refer to a location within the buffer.")
		}
		return value.Str(enc(c.This).toText(raw[at : at+n])), nil
	})
	b.Method("char[] GetChars(byte[] bytes)", dotnet.Give(func(c *value.Call) value.Value {
		return Chars(value.Units(enc(c.This).toText(numbers.Bytes(c.Args[0]))))
	}))
	loadEncodingParts(b)
	b.Method("byte[] GetPreamble()", dotnet.Give(func(c *value.Call) value.Value { return numbers.ByteArray(enc(c.This).Preamble()) }))
	for name, e := range map[string]*Encoding{"UTF8": encodingBOM8, "Unicode": encoding16LE, "BigEndianUnicode": encoding16BE, "UTF32": encoding32,
		"ASCII": encodingAnsi, "Latin1": encoding1252, "Default": EncodingUTF8} {
		b.Constant("System.Text.Encoding "+name, value.Obj(e))
	}
	named := func(c *value.Call) (value.Value, error) {
		name := dotnet.ToText(c.Env, c.Args[0])
		if e := encodingNamed(name); e != nil {
			return value.Obj(e), nil
		}
		return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "name", "'%s' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.", name)
	}
	b.Static("System.Text.Encoding GetEncoding(string name)", named)
	b.Static("System.Text.Encoding GetEncoding(int codepage)", named)
	b.Static("System.Text.EncodingInfo[] GetEncodings()", dotnet.Give(func(*value.Call) value.Value { return encodingInfos() }))
	b.Static("byte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes)", dotnet.Give(func(c *value.Call) value.Value {
		return numbers.ByteArray(enc(c.Args[1]).Encode(enc(c.Args[0]).toText(numbers.Bytes(c.Args[2]))))
	}))
}

var (
	typeUTF8Encoding  = &value.Type{Name: "UTF8Encoding", FullName: "System.Text.UTF8Encoding", Kind: value.KindObject, Base: typeEncoding}
	typeASCIIEncoding = &value.Type{Name: "ASCIIEncoding", FullName: "System.Text.ASCIIEncoding", Kind: value.KindObject, Base: typeEncoding}
	typeUnicode       = &value.Type{Name: "UnicodeEncoding", FullName: "System.Text.UnicodeEncoding", Kind: value.KindObject, Base: typeEncoding}
)

func loadUTF8Encoding(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(EncodingUTF8) }))
	b.Constructor("(bool encoderShouldEmitUTF8Identifier)", dotnet.Give(func(c *value.Call) value.Value {
		if dotnet.BoolArg(c, 0) {
			return value.Obj(encodingBOM8)
		}
		return value.Obj(EncodingUTF8)
	}))
}

func loadPlainEncoding(e *Encoding) func(*value.Type, *value.Members) {
	return func(t *value.Type, m *value.Members) {
		dotnet.NewRows(t, m).Constructor("()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(e) }))
	}
}

// UTF8 is the encoding that the console uses.
func UTF8() value.Value { return value.Obj(EncodingUTF8) }
