package fileio

import (
	"strings"
	"unicode/utf8"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

var (
	typeTextReader   = ioType("TextReader", value.TypeObject)
	typeStringReader = ioType("StringReader", typeTextReader)
	typeStreamReader = ioType("StreamReader", typeTextReader)
)

// TextReader is a System.IO.TextReader over a text that is known as a whole.
type TextReader struct {
	value.Extended
	T      *value.Type
	rest   string
	closed bool
	// stream is read when the first text is asked for.
	stream *MemoryStream
}

// PSType returns the kind of reader.
func (r *TextReader) PSType() *value.Type { return r.T }

// text is what has not been read yet.
func (r *TextReader) text() (string, error) {
	if r.closed {
		return "", dotnet.Throw("System.ObjectDisposedException", "Cannot read from a closed TextReader.")
	}
	if r.stream != nil {
		r.rest += text.EncodingUTF8.DecodeFile(r.stream.read(len(r.stream.data)))
	}
	return r.rest, nil
}

// line takes the next line; ok is false at the end.
func (r *TextReader) line() (line string, ok bool, err error) {
	rest, err := r.text()
	if err != nil || rest == "" {
		return "", false, err
	}
	end := strings.IndexAny(rest, "\r\n")
	if end < 0 {
		r.rest = ""
		return rest, true, nil
	}
	after := end + 1
	if strings.HasPrefix(rest[end:], "\r\n") {
		after++
	}
	r.rest = rest[after:]
	return rest[:end], true, nil
}

// next returns the code of the next character, -1 at the end.
func (r *TextReader) next(take bool) (value.Value, error) {
	rest, err := r.text()
	if err != nil {
		return value.Null, err
	}
	if rest == "" {
		return value.Int(-1), nil
	}
	c, size := utf8.DecodeRuneInString(rest)
	if take {
		r.rest = rest[size:]
	}
	return value.Int(int(c)), nil
}

func loadTextReader(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	reader := dotnet.Of[*TextReader]
	b.Method("string ReadLine()", func(c *value.Call) (value.Value, error) {
		line, ok, err := reader(c.This).line()
		if err != nil || !ok {
			return value.Null, err
		}
		return value.Str(line), nil
	})
	b.Method("string ReadToEnd()", func(c *value.Call) (value.Value, error) {
		rest, err := reader(c.This).text()
		reader(c.This).rest = ""
		return value.Str(rest), err
	})
	b.Method("int Read()", func(c *value.Call) (value.Value, error) { return reader(c.This).next(true) })
	b.Method("int Peek()", func(c *value.Call) (value.Value, error) { return reader(c.This).next(false) })
	end := dotnet.Run(func(c *value.Call) { reader(c.This).closed = true })
	b.Method("void Close()", end)
	b.Method("void Dispose()", end)
}

func loadStringReader(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Constructor("(string s)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Obj(&TextReader{T: typeStringReader, rest: dotnet.TextArg(c, 0)})
	}))
}

func loadStreamReader(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Property("bool EndOfStream", func(_ value.Env, v value.Value) (value.Value, error) {
		rest, err := dotnet.Of[*TextReader](v).text()
		return value.Bool(rest == ""), err
	}, nil)
	b.Get("System.Text.Encoding CurrentEncoding", func(value.Value) value.Value { return value.Obj(text.EncodingUTF8) })
	for _, encoding := range []string{"", ", System.Text.Encoding encoding"} {
		b.Constructor("(System.IO.Stream stream"+encoding+")", dotnet.Give(func(c *value.Call) value.Value {
			return value.Obj(&TextReader{T: typeStreamReader, stream: dotnet.Of[*MemoryStream](c.Args[0])})
		}))
		b.Constructor("(string path"+encoding+")", OnFile(func(path string, c *value.Call) (value.Value, error) {
			return fileReader(path, encodingOf(c, 1))
		}))
	}
}

func fileReader(path string, by *text.Encoding) (value.Value, error) {
	raw, err := sandbox.ReadFile(path)
	if err != nil {
		return value.Null, IOError(err, path)
	}
	return value.Obj(&TextReader{T: typeStreamReader, rest: by.DecodeFile(raw)}), nil
}

// loadFileStreams adds the methods of File that open readers and writers.
func loadFileStreams(b dotnet.Rows) {
	b.Static("System.IO.StreamReader OpenText(string path)", OnFile(func(path string, _ *value.Call) (value.Value, error) {
		return fileReader(path, text.EncodingUTF8)
	}))
	b.Static("System.IO.StreamWriter CreateText(string path)", OnFile(func(path string, _ *value.Call) (value.Value, error) {
		return fileWriter(path, false, text.EncodingUTF8)
	}))
	b.Static("System.IO.StreamWriter AppendText(string path)", OnFile(func(path string, _ *value.Call) (value.Value, error) {
		return fileWriter(path, true, text.EncodingUTF8)
	}))
}
