package dotnet

import (
	"os"

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
	built *StringBuilder
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
		return throw("System.ObjectDisposedException", "Cannot write to a closed TextWriter.")
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
			return charsText(c.Args[0]), nil
		}
		return toText(c.Env, c.Args[0]), nil
	}
	args := c.Args[1:]
	if a, ok := value.As[*value.Array](args[0]); ok && len(args) == 1 {
		args = a.Items
	}
	return formatComposite(c.Env, text(c, 0), args)
}

// WriteSignatures are the parameter lists of Write and WriteLine.
var WriteSignatures = []string{"(string value)", "(char value)", "(bool value)", "(char[] buffer)", "(System.Object value)",
	"(string format, System.Object arg0)", "(string format, System.Object arg0, System.Object arg1)",
	"(string format, System.Object arg0, System.Object arg1, System.Object arg2)", "(string format, params System.Object[] arg)"}

func loadTextWriter(t *value.Type, m *value.Members) {
	b := table{t, m}
	writer := of[*TextWriter]
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
	b.method("void WriteLine()", line)
	for _, params := range WriteSignatures {
		b.method("void Write"+params, part)
		b.method("void WriteLine"+params, line)
	}
	end := do(func(c *value.Call) error { return writer(c.This).close() })
	b.method("void Close()", end)
	b.method("void Dispose()", end)
	b.method("void Flush()", do(func(*value.Call) error { return nil }))
	b.property("string NewLine", func(_ value.Env, v value.Value) (value.Value, error) { return value.Str(writer(v).newline), nil },
		func(_ value.Env, v, to value.Value) error { writer(v).newline = to.Text(); return nil })
	b.get("System.Text.Encoding Encoding", func(value.Value) value.Value { return value.Obj(encodingUTF8) })
}

func loadStringWriter(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.method("System.Text.StringBuilder GetStringBuilder()", give(func(c *value.Call) value.Value { return value.Obj(of[*TextWriter](c.This).built) }))
	b.method("string ToString()", give(func(c *value.Call) value.Value { return value.Str(of[*TextWriter](c.This).String()) }))
	make := func(built *StringBuilder) value.Value {
		return value.Obj(&TextWriter{T: typeStringWriter, newline: "\n", built: built, finish: func() error { return nil },
			put: func(s string) error { built.append(s); return nil }})
	}
	b.constructor("()", give(func(*value.Call) value.Value { return make(&StringBuilder{}) }))
	b.constructor("(System.Text.StringBuilder sb)", give(func(c *value.Call) value.Value { return make(of[*StringBuilder](c.Args[0])) }))
}

func loadStreamWriter(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.property("bool AutoFlush", func(_ value.Env, v value.Value) (value.Value, error) {
		return value.Bool(of[*TextWriter](v).autoFlush), nil
	}, func(_ value.Env, v, to value.Value) error { of[*TextWriter](v).autoFlush = to.AsBool(); return nil })
	b.get("System.IO.Stream BaseStream", func(v value.Value) value.Value { return of[*TextWriter](v).base })
	for _, encoding := range []string{"", ", System.Text.Encoding encoding"} {
		b.constructor("(System.IO.Stream stream"+encoding+")", give(func(c *value.Call) value.Value { return streamWriter(c.Args[0]) }))
		b.constructor("(string path, bool append"+encoding+")", onFile(func(path string, c *value.Call) (value.Value, error) {
			return fileWriter(path, c.Args[1].AsBool(), encodingOf(c, 2))
		}))
	}
	b.constructor("(string path)", onFile(func(path string, c *value.Call) (value.Value, error) {
		return fileWriter(path, false, encodingUTF8)
	}))
}

// encodingOf is the encoding that an optional argument gives.
func encodingOf(c *value.Call, i int) *Encoding {
	if i < len(c.Args) {
		if e, ok := value.As[*Encoding](c.Args[i]); ok {
			return e
		}
	}
	return encodingUTF8
}

func streamWriter(base value.Value) value.Value {
	stream := of[*MemoryStream](base)
	return value.Obj(&TextWriter{T: typeStreamWriter, newline: "\n", base: base, finish: func() error { return nil },
		put: func(s string) error { stream.write([]byte(s)); return nil }})
}

// fileWriter opens a file for writing, at its end if extend is set.
func fileWriter(path string, extend bool, by *Encoding) (value.Value, error) {
	flags := os.O_CREATE | os.O_WRONLY | os.O_TRUNC
	if extend {
		flags = os.O_CREATE | os.O_WRONLY | os.O_APPEND
	}
	file, err := os.OpenFile(path, flags, 0o666)
	if err != nil {
		return value.Null, ioError(err, path)
	}
	fresh := true
	if info, err := file.Stat(); err == nil {
		fresh = info.Size() == 0
	}
	put := func(raw []byte) error {
		if _, err := file.Write(raw); err != nil {
			return ioError(err, path)
		}
		return nil
	}
	if fresh && by != encodingUTF8 {
		if err := put(by.preamble()); err != nil {
			return value.Null, err
		}
	}
	return value.Obj(&TextWriter{T: typeStreamWriter, newline: "\n", base: value.Null,
		put: func(s string) error { return put(by.encode(s)) }, finish: file.Close}), nil
}
