package csv

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func readAll(t testing.TB, text string) []Record {
	r := NewReader(strings.NewReader(text), ',')
	var all []Record
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return all
		}
		require.NoError(t, err)
		all = append(all, record)
	}
}

func TestReader(t *testing.T) {
	for text, want := range map[string][]Record{
		"a,b\n1,2\n":                  {{"a", "b"}, {"1", "2"}},
		"a,b\r\n\r\n\"1\",2":          {{"a", "b"}, {"1", "2"}},
		"  a , b\t\n":                 {{"a ", "b\t"}},
		"\"x\ny\",\"say \"\"hi\"\"\"": {{"x\ny", "say \"hi\""}},
		"5\" disk,x\n":                {{"5\" disk", "x"}},
		"\"a\" ,b\n":                  {{"a", "b"}},
		",\n":                         {{"", ""}},
		"":                            nil,
		"\n\n":                        nil,
		"\"open":                      {{"open"}},
		"a\xffb,\"\xfe\"":             {{"a\uFFFDb", "\uFFFD"}},
	} {
		require.Equal(t, want, readAll(t, text), "%q", text)
	}
}

func TestWriter(t *testing.T) {
	for _, c := range []struct {
		quoting Quoting
		want    string
	}{
		{QuoteAlways, "\"a\",\"b,c\",,\"say \"\"x\"\"\"\n"},
		{QuoteAsNeeded, "a,\"b,c\",,\"say \"\"x\"\"\"\n"},
		{QuoteNever, "a,b,c,,say \"x\"\n"},
	} {
		var out strings.Builder
		w := NewWriter(&out, ",")
		w.Quoting = c.quoting
		require.NoError(t, w.Write([]string{"1", "2", "3", "4"}, []Field{{Text: "a"}, {Text: "b,c"}, {Null: true}, {Text: `say "x"`}}))
		require.Equal(t, c.want, out.String())
	}
}

func FuzzReader(f *testing.F) {
	f.Add("a,b\n\"1\n,2")
	f.Fuzz(func(t *testing.T, text string) {
		for _, record := range readAll(t, text) {
			require.NotEmpty(t, record)
		}
	})
}
