package psjson

import (
	"testing"

	"exolab/runtime/value"
)

// A text of any kind gives a value or an error.
func FuzzDecode(f *testing.F) {
	for _, text := range []string{`{"a": [1, 2.5, "x\u00e9", null, true], "b": {}}`, "[1,2,]// c", `{'a': NaN, b: -0x1F}`, `"2024-01-02T03:04:05Z"`, "1e400", "{\"\":1,\"A\":2,\"a\":3}"} {
		f.Add(text)
	}
	f.Fuzz(func(_ *testing.T, text string) {
		for _, hashtable := range []bool{false, true} {
			d := Decoder{AsHashtable: hashtable, MaxDepth: 64, NewBigInteger: value.Str, NewDateTimeOffset: func(string) (value.Value, bool) { return value.Null, false }}
			_, _, _ = d.Decode(text)
		}
	})
}
