package text

import (
	"bytes"
	"encoding/binary"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/value"
)

// Encoding is a System.Text.Encoding.
type Encoding struct {
	name, web string
	page      int
	bom       []byte
	codec     codec
	// quiet leaves the byte order mark out of files.
	quiet bool
}

var (
	typeEncoding = &value.Type{Name: "Encoding", FullName: "System.Text.Encoding", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

	bomUTF8 = []byte{0xEF, 0xBB, 0xBF}

	// EncodingUTF8 writes no byte order mark.
	EncodingUTF8 = &Encoding{"Unicode (UTF-8)", "utf-8", 65001, bomUTF8, codecUTF8, true}
	encodingBOM8 = &Encoding{"Unicode (UTF-8)", "utf-8", 65001, bomUTF8, codecUTF8, false}
	encoding16LE = &Encoding{"Unicode", "utf-16", 1200, []byte{0xFF, 0xFE}, codecUTF16(binary.LittleEndian), false}
	encoding16BE = &Encoding{"Unicode (Big-Endian)", "utf-16BE", 1201, []byte{0xFE, 0xFF}, codecUTF16(binary.BigEndian), false}
	encoding32LE = &Encoding{"Unicode (UTF-32)", "utf-32", 12000, []byte{0xFF, 0xFE, 0, 0}, codecUTF32(binary.LittleEndian), false}
	encoding32BE = &Encoding{"Unicode (UTF-32 Big-Endian)", "utf-32BE", 12001, []byte{0, 0, 0xFE, 0xFF}, codecUTF32(binary.BigEndian), false}
	// EncodingASCII has question marks for what is not ASCII.
	EncodingASCII  = &Encoding{"US-ASCII", "us-ascii", 20127, nil, codecNarrow(0x80), false}
	encodingLatin1 = &Encoding{"Western European (ISO)", "iso-8859-1", 28591, nil, codecNarrow(0x100), false}
	encoding1252   = &Encoding{"Western European (Windows)", "windows-1252", 1252, nil, codecWindows1252(), false}
)

// PSType returns Encoding.
func (*Encoding) PSType() *value.Type { return typeEncoding }

// WebName is the encoding's name in messages and documents.
func (e *Encoding) WebName() string { return e.web }

// Encode is the bytes of a text.
func (e *Encoding) Encode(s string) []byte { return e.codec.encode(s) }

// Decode is the text of bytes.
func (e *Encoding) Decode(raw []byte) string { return e.codec.decode(raw) }

// Preamble is the byte order mark that files begin with.
func (e *Encoding) Preamble() []byte {
	if e.quiet {
		return nil
	}
	return bytes.Clone(e.bom)
}

// Marked returns the encoding whose byte order mark a file begins with, nil if
// it begins with none, and the length of the mark.
func Marked(head []byte) (*Encoding, int) {
	for _, e := range [...]*Encoding{EncodingUTF8, encoding32LE, encoding32BE, encoding16LE, encoding16BE} {
		if bytes.HasPrefix(head, e.bom) {
			return e, len(e.bom)
		}
	}
	return nil, 0
}

// DecodeFile decodes a file's content: a byte order mark overrules e.
func (e *Encoding) DecodeFile(raw []byte) string {
	if marked, length := Marked(raw); marked != nil {
		return marked.Decode(raw[length:])
	}
	return e.Decode(raw)
}

// singleByte reports whether each character takes one byte.
func (e *Encoding) singleByte() bool { return e.page == 20127 || e.page == 28591 || e.page == 1252 }

// IsUTF8 reports whether the encoding's bytes are those of UTF-8.
func (e *Encoding) IsUTF8() bool { return e.page == EncodingUTF8.page }

func loadEncoding(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	enc := dotnet.Of[*Encoding]
	b.Get("string EncodingName", func(v value.Value) value.Value { return value.Str(enc(v).name) })
	b.Get("string WebName", func(v value.Value) value.Value { return value.Str(enc(v).web) })
	b.Get("string BodyName", func(v value.Value) value.Value { return value.Str(enc(v).web) })
	b.Get("string HeaderName", func(v value.Value) value.Value { return value.Str(enc(v).web) })
	b.Get("int CodePage", func(v value.Value) value.Value { return value.Int(enc(v).page) })
	b.Get("bool IsSingleByte", func(v value.Value) value.Value { return value.Bool(enc(v).singleByte()) })
	b.Method("byte[] GetBytes(string s)", dotnet.Give(func(c *value.Call) value.Value { return numbers.ByteArray(enc(c.This).Encode(dotnet.TextArg(c, 0))) }))
	b.Method("byte[] GetBytes(char[] chars)", dotnet.Give(func(c *value.Call) value.Value { return numbers.ByteArray(enc(c.This).Encode(CharsText(c.Args[0]))) }))
	b.Method("int GetByteCount(string s)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(len(enc(c.This).Encode(dotnet.TextArg(c, 0)))) }))
	b.Method("string GetString(byte[] bytes)", func(c *value.Call) (value.Value, error) {
		if c.Args[0].IsNull() {
			return value.Null, dotnet.ErrNullArgument("bytes")
		}
		return value.Str(enc(c.This).Decode(numbers.Bytes(c.Args[0]))), nil
	})
	b.Method("string GetString(byte[] bytes, int index, int count)", func(c *value.Call) (value.Value, error) {
		raw, at, n := numbers.Bytes(c.Args[0]), dotnet.IntArg(c, 1), dotnet.IntArg(c, 2)
		if err := dotnet.FirstError(dotnet.IfNegative("index", at), dotnet.IfNegative("count", n)); err != nil {
			return value.Null, err
		}
		if at+n > len(raw) {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "bytes", "Index and count must refer to a location within the buffer.")
		}
		return value.Str(enc(c.This).Decode(raw[at : at+n])), nil
	})
	b.Method("char[] GetChars(byte[] bytes)", dotnet.Give(func(c *value.Call) value.Value {
		return Chars(value.Units(enc(c.This).Decode(numbers.Bytes(c.Args[0]))))
	}))
	loadEncodingParts(b)
	b.Method("byte[] GetPreamble()", dotnet.Give(func(c *value.Call) value.Value { return numbers.ByteArray(enc(c.This).Preamble()) }))
	for name, e := range map[string]*Encoding{"UTF8": encodingBOM8, "Unicode": encoding16LE, "BigEndianUnicode": encoding16BE, "UTF32": encoding32LE,
		"ASCII": EncodingASCII, "Latin1": encodingLatin1, "Default": EncodingUTF8} {
		b.Constant("System.Text.Encoding "+name, value.Obj(e))
	}
	b.Static("System.Text.Encoding GetEncoding(string name)", func(c *value.Call) (value.Value, error) {
		e, err := encodingNamed(dotnet.ToText(c.Env, c.Args[0]))
		return encodingValue(e), err
	})
	b.Static("System.Text.Encoding GetEncoding(int codepage)", func(c *value.Call) (value.Value, error) {
		e, err := CodePage(c.Args[0].Int64())
		return encodingValue(e), err
	})
	b.Static("System.Text.EncodingInfo[] GetEncodings()", dotnet.Give(func(*value.Call) value.Value { return encodingInfos() }))
	b.Static("byte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes)", dotnet.Give(func(c *value.Call) value.Value {
		return numbers.ByteArray(enc(c.Args[1]).Encode(enc(c.Args[0]).Decode(numbers.Bytes(c.Args[2]))))
	}))
}

// encodingValue is an encoding, or $null where there is none.
func encodingValue(e *Encoding) value.Value {
	if e == nil {
		return value.Null
	}
	return value.Obj(e)
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
