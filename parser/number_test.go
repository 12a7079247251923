package parser_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/parser"
)

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]parser.NumberConstant{
		"5":                      {Kind: parser.NumberInt32, Int: 5},
		"-5":                     {Kind: parser.NumberInt32, Int: -5},
		"2147483648":             {Kind: parser.NumberInt64, Int: 2147483648},
		"5kb":                    {Kind: parser.NumberInt32, Int: 5120},
		"1tb":                    {Kind: parser.NumberInt64, Int: 1 << 40},
		"0xFF":                   {Kind: parser.NumberInt32, Int: 255},
		"0xFFFFFFFF":             {Kind: parser.NumberInt32, Int: -1},
		"0xFFFFFFFFFFFFFFFF":     {Kind: parser.NumberInt64, Int: -1},
		"0x0000000000000001":     {Kind: parser.NumberInt64, Int: 1},
		"0x0000000000000001u":    {Kind: parser.NumberUInt32, Int: 1},
		"0x000000000000001u":     {Kind: parser.NumberUInt64, Int: 1},
		"0xFFy":                  {Kind: parser.NumberSByte, Int: -1},
		"0xFFFFs":                {Kind: parser.NumberInt16, Int: -1},
		"0xFFs":                  {Kind: parser.NumberInt16, Int: 255},
		"0xFFFFFFFFl":            {Kind: parser.NumberInt64, Int: 4294967295},
		"0xFFFFFFFFu":            {Kind: parser.NumberUInt32, Int: 4294967295},
		"0b101":                  {Kind: parser.NumberInt32, Int: 5},
		"10l":                    {Kind: parser.NumberInt64, Int: 10},
		"200uy":                  {Kind: parser.NumberByte, Int: 200},
		"-1y":                    {Kind: parser.NumberSByte, Int: -1},
		"7us":                    {Kind: parser.NumberUInt16, Int: 7},
		"1.5":                    {Kind: parser.NumberDouble, Float: 1.5},
		".5":                     {Kind: parser.NumberDouble, Float: 0.5},
		"1e3":                    {Kind: parser.NumberDouble, Float: 1000},
		"1.":                     {Kind: parser.NumberDouble, Float: 1},
		"1.50d":                  {Kind: parser.NumberDecimal, Text: "1.50"},
		"1d":                     {Kind: parser.NumberDecimal, Text: "1"},
		"12n":                    {Kind: parser.NumberBigInteger, Text: "12"},
		"1.5kb":                  {Kind: parser.NumberDouble, Float: 1536},
		"9999999999999999999999": {Kind: parser.NumberDecimal, Text: "9999999999999999999999"},
	} {
		got, ok := parser.ParseNumber(text)
		require.True(t, ok, text)
		require.Equal(t, want, *got, text)
	}
	for _, text := range []string{"", "a", "5a", "1.2.3", "300uy", "0x", "0xFFFFFFFFFFFFFFFFF", "0xFFFy", "--5", "1e", "5 "} {
		_, ok := parser.ParseNumber(text)
		require.False(t, ok, text)
	}
}

func TestDecode(t *testing.T) {
	for name, data := range map[string]string{
		"UTF-8":                "é1",
		"UTF-8 with a mark":    "\xef\xbb\xbfé1",
		"UTF-16 little endian": "\xff\xfe\xe9\x001\x00",
		"UTF-16 big endian":    "\xfe\xff\x00\xe9\x001",
	} {
		require.Equal(t, "é1", parser.Decode([]byte(data)), name)
	}
	require.Equal(t, "\ufffd1", parser.Decode([]byte("\xe91")))
}

func FuzzTokens(f *testing.F) {
	for _, seed := range []string{"", "$a.b[0] -eq 'x'", "\"a$(1)b\"", "@\"\nx\n\"@", "<# c #> # d", "1..2 0x1 5kb", "a`", "[int"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, token := range parser.Tokens(text) {
			require.Equal(t, text[token.Start:token.End], token.Text)
		}
	})
}

func FuzzParseNumber(f *testing.F) {
	f.Add("1.5e3dkb")
	f.Fuzz(func(t *testing.T, text string) {
		if n, ok := parser.ParseNumber(text); ok {
			require.NotNil(t, n)
		}
	})
}
