package fileio

import (
	"os"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

const ioNamespace = "System.IO."

func ioType(name string, base *value.Type) *value.Type {
	return &value.Type{Name: name, FullName: ioNamespace + name, Kind: value.KindObject, Base: base}
}

var (
	typeTextWriter   = ioType("TextWriter", value.TypeObject)
	typeStringWriter = ioType("StringWriter", typeTextWriter)
	typeStreamWriter = ioType("StreamWriter", typeTextWriter)
)

// TextWriter is a System.IO.TextWriter: a string, a file, a stream or the
// console takes what is written.
type TextWriter struct {
	value.Extended
	T *value.Type
	// put takes text; finish ends the writing.
	put       func(s string) error
	finish    func() error
	newline   string
	autoFlush bool
	closed    bool
	// built is the text of a StringWriter, base the stream of a StreamWriter.
	built *text.StringBuilder
	base  value.Value
}

// PSType returns the kind of writer.
func (w *TextWriter) PSType() *value.Type { return w.T }

// String returns what a StringWriter holds.
func (w *TextWriter) String() string {
	if w.built != nil {
		return w.built.String()
	}
	return w.T.FullName
}

// NewTextWriter returns a writer that hands its text to put.
func NewTextWriter(put func(s string) error) value.Value {
	return value.Obj(&TextWriter{T: typeTextWriter, put: put, newline: "\n"})
}

func (w *TextWriter) write(s string) error {
	if w.closed {
		return dotnet.Throw("System.ObjectDisposedException", "Cannot write to a closed TextWriter.")
	}
	return w.put(s)
}

func (w *TextWriter) close() error {
	if w.closed || w.finish == nil {
		return nil
	}
	w.closed = true
	return w.finish()
}

// WrittenText is the text of the arguments of Write and WriteLine: one value,
// or a format with its arguments.
func WrittenText(c *value.Call) (string, error) {
	switch {
	case len(c.Args) == 0 || len(c.Args) == 1 && c.Args[0].IsNull():
		return "", nil
	case len(c.Args) == 1:
		if a, ok := value.As[*value.Array](c.Args[0]); ok && a.Elem == value.TypeChar {
			return text.CharsText(c.Args[0]), nil
		}
		return dotnet.ToText(c.Env, c.Args[0]), nil
	}
	args := c.Args[1:]
	if a, ok := value.As[*value.Array](args[0]); ok && len(args) == 1 {
		args = a.Items
	}
	return dotnet.FormatComposite(c.Env, dotnet.TextArg(c, 0), args)
}

// WriteSignatures are the parameter lists of Write and WriteLine.
var WriteSignatures = []string{"(string value)", "(char value)", "(bool value)", "(char[] buffer)", "(System.Object value)",
	"(string format, System.Object arg0)", "(string format, System.Object arg0, System.Object arg1)",
	"(string format, System.Object arg0, System.Object arg1, System.Object arg2)", "(string format, params System.Object[] arg)"}

func loadTextWriter(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	writer := dotnet.Of[*TextWriter]
	line := func(c *value.Call) (value.Value, error) {
		w := writer(c.This)
		s, err := WrittenText(c)
		if err != nil {
			return value.Null, err
		}
		return value.Void, w.write(s + w.newline)
	}
	part := func(c *value.Call) (value.Value, error) {
		s, err := WrittenText(c)
		if err != nil {
			return value.Null, err
		}
		return value.Void, writer(c.This).write(s)
	}
	b.Method("void WriteLine()", line)
	for _, params := range WriteSignatures {
		b.Method("void Write"+params, part)
		b.Method("void WriteLine"+params, line)
	}
	end := dotnet.Do(func(c *value.Call) error { return writer(c.This).close() })
	b.Method("void Close()", end)
	b.Method("void Dispose()", end)
	b.Method("void Flush()", dotnet.Do(func(*value.Call) error { return nil }))
	b.Property("string NewLine", func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(writer(v).newline), nil },
		func(_ value.Env, v, to value.Value) error { writer(v).newline = to.Text(); return nil })
	b.Get("System.Text.Encoding Encoding", func(value.Value) value.Value { return value.Obj(text.EncodingUTF8) })
}

func loadStringWriter(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Method("System.Text.StringBuilder GetStringBuilder()", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(dotnet.Of[*TextWriter](c.This).built) }))
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(dotnet.Of[*TextWriter](c.This).String()) }))
	make := func(built *text.StringBuilder) value.Value {
		return value.Obj(&TextWriter{T: typeStringWriter, newline: "\n", built: built, finish: func() error { return nil },
			put: func(s string) error { built.Append(s); return nil }})
	}
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value { return make(&text.StringBuilder{}) }))
	b.Constructor("(System.Text.StringBuilder sb)", dotnet.Give(func(c *value.Call) value.Value { return make(dotnet.Of[*text.StringBuilder](c.Args[0])) }))
}

func loadStreamWriter(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Property("bool AutoFlush", func(_ value.Env, v value.Value) (value.Value, error) {
		return value.Bool(dotnet.Of[*TextWriter](v).autoFlush), nil
	}, func(_ value.Env, v, to value.Value) error {
		dotnet.Of[*TextWriter](v).autoFlush = to.AsBool()
		return nil
	})
	b.Get("System.IO.Stream BaseStream", func(v value.Value) value.Value { return dotnet.Of[*TextWriter](v).base })
	for _, encoding := range []string{"", ", System.Text.Encoding encoding"} {
		b.Constructor("(System.IO.Stream stream"+encoding+")", dotnet.Give(func(c *value.Call) value.Value { return streamWriter(c.Args[0]) }))
		b.Constructor("(string path, bool append"+encoding+")", OnFile(func(path string, c *value.Call) (value.Value, error) {
			return fileWriter(path, c.Args[1].AsBool(), encodingOf(c, 2))
		}))
	}
	b.Constructor("(string path)", OnFile(func(path string, c *value.Call) (value.Value, error) {
		return fileWriter(path, false, text.EncodingUTF8)
	}))
}

// encodingOf is the encoding that an optional argument gives.
func encodingOf(c *value.Call, i int) *text.Encoding {
	if i < len(c.Args) {
		if e, ok := value.As[*text.Encoding](c.Args[i]); ok {
			return e
		}
	}
	return text.EncodingUTF8
}

func streamWriter(base value.Value) value.Value {
	stream := dotnet.Of[*MemoryStream](base)
	return value.Obj(&TextWriter{T: typeStreamWriter, newline: "\n", base: base, finish: func() error { return nil },
		put: func(s string) error { stream.write([]byte(s)); return nil }})
}

// fileWriter opens a file for writing, at its end if extend is set.
func fileWriter(path string, extend bool, by *text.Encoding) (value.Value, error) {
	flags := os.O_CREATE | os.O_WRONLY | os.O_TRUNC
	if extend {
		flags = os.O_CREATE | os.O_WRONLY | os.O_APPEND
	}
	file, err := sandbox.OpenFile(path, flags, 0o666)
	if err != nil {
		return value.Null, IOError(err, path)
	}
	fresh := true
	if info, err := file.Stat(); err == nil {
		fresh = info.Size() == 0
	}
	put := func(raw []byte) error {
		if _, err := file.Write(raw); err != nil {
			return IOError(err, path)
		}
		return nil
	}
	if fresh && by != text.EncodingUTF8 {
		if err := put(by.Preamble()); err != nil {
			return value.Null, err
		}
	}
	return value.Obj(&TextWriter{T: typeStreamWriter, newline: "\n", base: value.Null,
		put: func(s string) error { return put(by.Encode(s)) }, finish: file.Close}), nil
}
