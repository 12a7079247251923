package text

import "strings"

// namedEncodings are the encodings by the names of PowerShell's -Encoding
// parameters, in lower case.
var namedEncodings = map[string]*Encoding{
	"utf8": EncodingUTF8, "utf8nobom": EncodingUTF8, "default": EncodingUTF8, "oem": EncodingUTF8, "utf-8": EncodingUTF8, "utf8bom": encodingBOM8,
	"unicode": encoding16LE, "utf16": encoding16LE, "utf-16": encoding16LE, "string": encoding16LE, "bigendianunicode": encoding16BE, "utf-16be": encoding16BE,
	"utf32": encoding32, "utf-32": encoding32, "bigendianutf32": encoding32, "ascii": encodingAnsi, "us-ascii": encodingAnsi,
	"latin1": encoding1252, "iso-8859-1": encoding1252, "ansi": encoding1252, "windows-1252": encoding1252,
}

// NamedEncoding returns the encoding of a name as -Encoding takes it.
func NamedEncoding(name string) (*Encoding, bool) {
	e, ok := namedEncodings[strings.ToLower(name)]
	return e, ok
}

// EncodingName is PowerShell's name of the encoding.
func (e *Encoding) EncodingName() string {
	switch e {
	case encodingBOM8:
		return "utf8BOM"
	case encoding16BE:
		return "bigendianunicode"
	}
	return e.web
}
