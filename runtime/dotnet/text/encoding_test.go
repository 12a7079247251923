package text_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/runtimetest"
)

func TestEncodingsByNameAndCodePage(t *testing.T) {
	for script, want := range map[string]string{
		`[Text.Encoding]::GetEncoding('windows-1252').EncodingName`: "Western European (Windows)",
		`[Text.Encoding]::GetEncoding(12001).WebName`:               "utf-32BE",
		`[Text.Encoding]::GetEncoding('UTF-8').GetPreamble().Count`: "3",
		`[Text.Encoding]::GetEncoding('klingon')`:                   `uncaught: Exception calling "GetEncoding" with "1" argument(s): "'klingon' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method. (Parameter 'name')"`,
		`[Text.Encoding]::GetEncoding(4711)`:                        `uncaught: Exception calling "GetEncoding" with "1" argument(s): "No data is available for encoding 4711. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method."`,
	} {
		require.Equal(t, want, runtimetest.Answer(t, script), script)
	}
}

func TestEncodingsBytes(t *testing.T) {
	for encoding, want := range map[string]string{
		"UTF8":                        "61 C3 A9 E2 82 AC F0 9F 98 80",
		"Unicode":                     "61 00 E9 00 AC 20 3D D8 00 DE",
		"BigEndianUnicode":            "00 61 00 E9 20 AC D8 3D DE 00",
		"UTF32":                       "61 00 00 00 E9 00 00 00 AC 20 00 00 00 F6 01 00",
		"GetEncoding(12001)":          "00 00 00 61 00 00 00 E9 00 00 20 AC 00 01 F6 00",
		"ASCII":                       "61 3F 3F 3F 3F",
		"Latin1":                      "61 E9 3F 3F 3F",
		"GetEncoding('windows-1252')": "61 E9 80 3F 3F",
	} {
		require.Equal(t, want, runtimetest.Answer(t, `[Text.Encoding]::`+encoding+`.GetBytes("aé€😀").ForEach{ $_.ToString('X2') } -join ' '`), encoding)
	}
}

// One replacement stands for as much of a sequence as could have been one.
func TestBrokenUTF8(t *testing.T) {
	for raw, want := range map[string]string{
		"0x61, 0xE9, 0xE9, 0x62":       "a\uFFFD\uFFFDb",
		"0xE2, 0x82, 0x61":             "\uFFFDa",
		"0xF0, 0x9F, 0x98":             "\uFFFD",
		"0xED, 0xA0, 0x80":             "\uFFFD\uFFFD\uFFFD",
		"0xC3":                         "\uFFFD",
		"0xF8, 0x80, 0x61, 0xC3, 0xA9": "\uFFFD\uFFFDaé",
	} {
		require.Equal(t, want, runtimetest.Answer(t, `[Text.Encoding]::UTF8.GetString([byte[]](`+raw+`))`), raw)
	}
}
