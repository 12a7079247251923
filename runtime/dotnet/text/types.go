// Package text holds strings, chars, StringBuilder, regular expressions and
// encodings.
package text

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Types lists the types of text: strings, chars, regular expressions, encodings.
func Types() []dotnet.TypeRow {
	return []dotnet.TypeRow{
		{Type: value.TypeString, Load: loadString},
		{Type: value.TypeChar, Load: loadChar},
		{Type: typeStringBuilder, Load: loadStringBuilder},
		{Type: typeEncoding, Load: loadEncoding},
		{Type: typeUTF8Encoding, Load: loadUTF8Encoding},
		{Type: typeASCIIEncoding, Load: loadPlainEncoding(EncodingASCII)},
		{Type: typeUnicode, Load: loadPlainEncoding(encoding16LE)},
		{Type: value.TypeRegex, Load: loadRegex},
		{Type: typeCapture, Load: loadCapture},
		{Type: typeGroup, Load: loadGroup},
		{Type: typeMatch, Load: loadMatch},
		{Type: typeMatchCollection, Load: loadMatchList},
		{Type: typeGroupCollection, Load: loadGroupList},
		{Type: typeCaptureCollection, Load: loadMatchList},
	}
}
