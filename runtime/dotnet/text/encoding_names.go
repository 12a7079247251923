package text

import (
	"strings"

	"exolab/runtime/dotnet"
)

// powershellNames are the encodings by the names of -Encoding parameters, in
// lower case. UTF-7 is not emulated.
var powershellNames = map[string]*Encoding{
	"ansi": encoding1252, "ascii": EncodingASCII, "bigendianunicode": encoding16BE, "bigendianutf32": encoding32BE, "default": EncodingUTF8,
	"oem": EncodingUTF8, "string": encoding16LE, "unicode": encoding16LE, "unknown": encoding16LE, "utf8": EncodingUTF8, "utf8bom": encodingBOM8,
	"utf8nobom": EncodingUTF8, "utf32": encoding32LE,
}

// webNames are the encodings by .NET's names, in lower case.
var webNames = map[string]*Encoding{
	"utf-8": encodingBOM8, "utf8": encodingBOM8, "utf-16": encoding16LE, "utf-16le": encoding16LE, "unicode": encoding16LE, "utf16": encoding16LE,
	"utf-16be": encoding16BE, "utf-32": encoding32LE, "utf-32le": encoding32LE, "utf-32be": encoding32BE, "us-ascii": EncodingASCII, "ascii": EncodingASCII,
	"iso-8859-1": encodingLatin1, "latin1": encodingLatin1, "windows-1252": encoding1252,
}

// codePages are the encodings that have a number.
var codePages = [...]*Encoding{encodingBOM8, encoding16LE, encoding16BE, encoding32LE, encoding32BE, EncodingASCII, encodingLatin1, encoding1252}

const noProvider = " For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method."

// NamedEncoding returns the encoding of a name as -Encoding takes it: one of
// PowerShell's or of .NET's.
func NamedEncoding(name string) (*Encoding, error) {
	if e, ok := powershellNames[strings.ToLower(name)]; ok {
		return e, nil
	}
	return encodingNamed(name)
}

// encodingNamed is what Encoding.GetEncoding finds by a name.
func encodingNamed(name string) (*Encoding, error) {
	if e, ok := webNames[strings.ToLower(name)]; ok {
		return e, nil
	}
	return nil, dotnet.ThrowParam(dotnet.ExArgument, "name", "'%s' is not a supported encoding name."+noProvider, name)
}

// CodePage is what Encoding.GetEncoding finds by a number.
func CodePage(page int64) (*Encoding, error) {
	if page == 0 {
		return EncodingUTF8, nil
	}
	for _, e := range codePages {
		if int64(e.page) == page {
			return e, nil
		}
	}
	return nil, dotnet.Throw(dotnet.ExNotSupported, "No data is available for encoding %s."+noProvider, dotnet.DecimalText(int(page)))
}
