// Package files reads and writes files for cmdlets: text encodings as
// PowerShell names them, and paths as scripts write them.
package files

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"exolab/runtime/value"
)

// Encoding is a text encoding and whether new files begin with its mark.
type Encoding struct {
	// Name is PowerShell's name: utf8NoBOM, unicode, ascii, ...
	Name string
	// BOM is written at the start of a new file.
	BOM []byte

	codec encoding.Encoding
}

// UTF8 is the default encoding of PowerShell 7: UTF-8 without a mark.
var UTF8 = Encoding{Name: "utf8NoBOM"}

var (
	bomUTF8    = []byte{0xEF, 0xBB, 0xBF}
	bomUTF16LE = []byte{0xFF, 0xFE}
	bomUTF16BE = []byte{0xFE, 0xFF}
	bomUTF32LE = []byte{0xFF, 0xFE, 0, 0}
	bomUTF32BE = []byte{0, 0, 0xFE, 0xFF}
)

// asciiOnly replaces what is not ASCII by a question mark.
var asciiOnly = charmap.ISO8859_1

var byName = map[string]Encoding{
	"utf8":             UTF8,
	"utf8nobom":        UTF8,
	"default":          UTF8,
	"oem":              UTF8,
	"utf8bom":          {Name: "utf8BOM", BOM: bomUTF8},
	"unicode":          {Name: "unicode", BOM: bomUTF16LE, codec: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	"utf16":            {Name: "unicode", BOM: bomUTF16LE, codec: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	"string":           {Name: "unicode", BOM: bomUTF16LE, codec: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	"bigendianunicode": {Name: "bigendianunicode", BOM: bomUTF16BE, codec: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	"utf32":            {Name: "utf32", BOM: bomUTF32LE, codec: utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	"bigendianutf32":   {Name: "bigendianutf32", BOM: bomUTF32BE, codec: utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	"ascii":            {Name: "ascii", codec: asciiOnly},
	"latin1":           {Name: "latin1", codec: charmap.ISO8859_1},
	"ansi":             {Name: "ansi", codec: charmap.Windows1252},
	"utf7":             {Name: "utf7"},
}

var byCodePage = map[int64]string{65001: "utf8", 1200: "unicode", 1201: "bigendianunicode", 12000: "utf32", 12001: "bigendianutf32",
	20127: "ascii", 28591: "latin1", 1252: "ansi"}

var byWebName = map[string]string{"utf-8": "utf8", "utf-16": "unicode", "utf-16be": "bigendianunicode", "utf-32": "utf32",
	"utf-32be": "bigendianutf32", "us-ascii": "ascii", "iso-8859-1": "latin1", "windows-1252": "ansi"}

// EncodingNames lists the names that -Encoding accepts, for its error text.
const EncodingNames = "ansi, ascii, bigendianunicode, bigendianutf32, oem, unicode, utf7, utf8, utf8BOM, utf8NoBOM, utf32"

// ByName finds an encoding by PowerShell's name, an IANA name or the number of
// a code page.
func ByName(name string) (Encoding, bool) {
	folded := strings.ToLower(name)
	if known, ok := byWebName[folded]; ok {
		folded = known
	}
	e, ok := byName[folded]
	return e, ok
}

// EncodingOf returns the encoding that a parameter value stands for: a name, a
// code page, or an Encoding object, whose text is its web name. Null is UTF-8.
func EncodingOf(env value.Env, v value.Value) (Encoding, bool) {
	switch {
	case v.IsNull():
		return UTF8, true
	case v.IsInteger():
		return ByName(byCodePage[v.Int64()])
	case v.Kind() == value.KindString:
		return ByName(v.Text())
	}
	if named, ok := v.Object().(interface{ EncodingName() string }); ok {
		return ByName(named.EncodingName())
	}
	return UTF8, false
}

// Encode returns the bytes of text, without a mark. What the encoding lacks
// becomes a question mark.
func (e Encoding) Encode(text string) []byte {
	if e.codec == nil {
		return []byte(text)
	}
	if e.Name == "ascii" {
		text = strings.Map(func(r rune) rune {
			if r >= utf8.RuneSelf {
				return '?'
			}
			return r
		}, text)
	}
	out := make([]byte, 0, 2*len(text))
	encoder := e.codec.NewEncoder()
	for _, r := range text {
		piece, err := encoder.Bytes([]byte(string(r)))
		if err != nil {
			piece = []byte{'?'}
		}
		out = append(out, piece...)
	}
	return out
}

// Decode returns the text of a file's bytes: a mark at the start decides,
// otherwise the encoding itself does.
func (e Encoding) Decode(data []byte) string {
	for _, marked := range []string{"bigendianutf32", "utf32", "utf8bom", "unicode", "bigendianunicode"} {
		if m := byName[marked]; bytes.HasPrefix(data, m.BOM) {
			e, data = m, data[len(m.BOM):]
			break
		}
	}
	if e.codec == nil {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	out, err := e.codec.NewDecoder().Bytes(data)
	if err != nil {
		return string(data)
	}
	return string(out)
}
