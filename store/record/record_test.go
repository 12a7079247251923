package record

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"exolab/store/tenant"
)

var examples = []string{
	`{"kind": "organization", "Name": "test.com", "Odd": {"a": [1, 2.50, 1e400, null, {"b": {}}], "c": -0}}`,
	`{"kind": "mailbox", "DisplayName": "Ann Ł😀\ud800", "ResourceCapacity": 12, "Languages": ["en-US", true, false]}`,
	`{"kind": "auditEntry", "mailbox": "ANN@test.com", "Operation": "Move", "SourceItems": [{"SourceItemSubject": " leading \"space\""}, {"SourceItemSubject": "x"}]}`,
	`{"kind": "auditEntry", "mailbox": "ANN@test.com", "Operation": "Move", "Note": "a text that is long enough to have \\ and \t behind its first bytes"}`,
}

func TestReadingAndWritingLoseNothing(t *testing.T) {
	reader := NewReader()
	for range 2 { // the second time all shapes are known
		for _, text := range examples {
			r, err := reader.Read(text)
			require.NoError(t, err)
			require.Equal(t, text+"\n", string(Append(nil, r.Kind, r.Mailbox, r.Properties)))
		}
	}
}

// TestLikelyShapes goes through objects whose names are nearly those of the one before.
func TestLikelyShapes(t *testing.T) {
	reader := NewReader()
	for _, names := range []string{"", "a", "a b", "a b c", "a c b", "a", "", "b", "a b d", "a b c d", "a b c"} {
		var text strings.Builder
		text.WriteString(`{"kind": "x"`)
		for _, name := range strings.Fields(names) {
			text.WriteString(`, "` + name + `": "` + name + `"`)
		}
		r, err := reader.Read(text.String() + "}")
		require.NoError(t, err)
		require.Equal(t, names, strings.Join(r.Properties.Shape().Names(), " "))
		for name, value := range r.Properties.All() {
			require.Equal(t, name, value)
		}
	}
	one, err := reader.Read(`{"kind": "x", "a": 1, "b": 2}`)
	require.NoError(t, err)
	two, err := reader.Read(`{"a": 1, "kind": "x", "b": 2}`)
	require.NoError(t, err)
	require.Same(t, one.Properties.Shape(), two.Properties.Shape())
}

func TestLinesOfEveryLength(t *testing.T) {
	var text bytes.Buffer
	var want []int
	for _, size := range []int{0, 1, blockSize - 40, blockSize, 3*blockSize + 7, 5, 0} {
		text.Write(Append(nil, "x", "", tenant.BagOf("a", strings.Repeat("y", size))))
		text.WriteString("\r\n")
		want = append(want, size)
	}
	text.WriteString(`{"kind": "x", "a": "last"}`)
	want = append(want, len("last"))
	for _, in := range []io.Reader{bytes.NewReader(text.Bytes()), iotest.HalfReader(bytes.NewReader(text.Bytes()))} {
		var sizes []int
		line := 0
		for r, err := range ReadAll(in) {
			require.NoError(t, err)
			sizes = append(sizes, len(r.Properties.Text("a")))
			line = r.Line
		}
		require.Equal(t, want, sizes)
		require.Equal(t, 2*len(want)-1, line)
	}
}

func TestErrorsEndTheReading(t *testing.T) {
	count := 0
	var last error
	for _, err := range ReadAll(io.MultiReader(strings.NewReader(examples[0]+"\n\n{\n"+examples[0]), iotest.ErrReader(errors.New("unplugged")))) {
		count++
		last = err
	}
	require.EqualError(t, last, "unplugged") // what was not read wholly is not looked at
	require.Equal(t, 1, count)
	for r, err := range ReadAll(strings.NewReader(examples[0] + "\n\n{\n" + examples[0])) {
		count++
		if last = err; err != nil {
			require.Equal(t, 3, r.Line)
		}
	}
	var bad *LineError
	require.ErrorAs(t, last, &bad)
	require.Equal(t, 3, bad.Line)
	require.Equal(t, 3, count)
}

// TestPlainSkipsNothing puts a byte that ends a plain text at every place.
func TestPlainSkipsNothing(t *testing.T) {
	for at := range 20 {
		for c := range 256 {
			text := []byte(strings.Repeat("é", 10))
			text[at] = byte(c)
			if c == '"' || c == '\\' || c < ' ' {
				require.LessOrEqual(t, plain(string(text)), at)
			} else if c < 0x80 {
				require.Equal(t, 16, plain(string(text)))
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, line := range examples {
		f.Add(line)
	}
	reader := NewReader() // one for all: what it keeps of a line must not change the next
	f.Fuzz(func(t *testing.T, text string) {
		r, err := reader.Read(text)
		if err != nil {
			return
		}
		out := Append(nil, r.Kind, r.Mailbox, r.Properties)
		again, err := NewReader().Read(strings.TrimSpace(string(out)))
		require.NoError(t, err, string(out))
		require.Equal(t, string(out), string(Append(nil, again.Kind, again.Mailbox, again.Properties)))
	})
}

func BenchmarkRead(b *testing.B) {
	reader := NewReader()
	for b.Loop() {
		for _, line := range examples {
			if _, err := reader.Read(line); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func TestSkim(t *testing.T) {
	var got []string
	err := NewReader().Skim(` {"a": "x", "b": [1, {"a": 2, "A": 3}], "c": -1.50, "a": "\ty", "d": null, "e": {}, "f": true} `,
		func(name, value string) { got = append(got, name+"="+value) })
	require.NoError(t, err)
	require.Equal(t, []string{"a=x", "c=-1.50", "a=\ty"}, got)
	for _, bad := range []string{"", "[]", `{"a"}`, `{"a": }`, `{"a": 1,}`, `{"a": [1 2]}`, `{"a": [1,]}`, `{"a": 1} x`, `{"a": {"b": tru}}`, strings.Repeat(`{"a":`, 1000)} {
		require.Error(t, NewReader().Skim(bad, func(string, string) {}), bad)
	}
}
