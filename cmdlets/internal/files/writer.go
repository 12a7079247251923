package files

import (
	"bufio"
	"io"
	"os"
	"strings"
	"sync"

	"exolab/runtime/dotnet/text"
	"exolab/runtime/sandbox"
)

// TextWriter writes text to a file in an encoding.
type TextWriter struct {
	file     *os.File
	buffer   *bufio.Writer
	encoding *text.Encoding
}

// WriteOptions says how Create opens a file.
type WriteOptions struct {
	Encoding *text.Encoding
	Append   bool
	// NoClobber refuses to replace a file.
	NoClobber bool
	// Force writes to a read-only file.
	Force bool
}

// Create opens a file for writing. A new file begins with the encoding's
// mark; an existing one keeps its own encoding when text is appended to it.
func Create(path string, o WriteOptions) (*TextWriter, error) {
	flags := os.O_WRONLY | os.O_CREATE
	switch {
	case o.Append:
		flags |= os.O_APPEND
	case o.NoClobber:
		flags |= os.O_EXCL
	default:
		flags |= os.O_TRUNC
	}
	if o.Force {
		unprotect(path)
	}
	file, err := sandbox.OpenFile(path, flags, 0o666)
	if err != nil {
		return nil, err
	}
	w := &TextWriter{file: file, buffer: buffers.Get().(*bufio.Writer), encoding: o.Encoding}
	w.buffer.Reset(file)
	if info, err := file.Stat(); err == nil && info.Size() == 0 {
		_, _ = w.buffer.Write(o.Encoding.Preamble())
	}
	return w, nil
}

// buffers keeps the buffers of closed writers: a script may add to a file line by
// line.
var buffers = sync.Pool{New: func() any { return bufio.NewWriterSize(nil, 64<<10) }}

func unprotect(path string) {
	if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o200 == 0 {
		_ = sandbox.Chmod(path, info.Mode().Perm()|0o200)
	}
}

// Write encodes and writes UTF-8 text.
func (w *TextWriter) Write(p []byte) (int, error) {
	if w.encoding.IsUTF8() {
		return w.buffer.Write(p)
	}
	if _, err := w.buffer.Write(w.encoding.Encode(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Close writes out what is buffered and closes the file.
func (w *TextWriter) Close() error {
	err := w.buffer.Flush()
	w.buffer.Reset(nil)
	buffers.Put(w.buffer)
	w.buffer = nil
	if closeErr := w.file.Close(); err == nil {
		err = closeErr
	}
	return err
}

type readCloser struct {
	io.Reader
	io.Closer
}

// ReadText reads a whole file as text.
func ReadText(path string, e *text.Encoding) (string, error) {
	data, err := sandbox.ReadFile(path)
	if err != nil {
		return "", err
	}
	return e.DecodeFile(data), nil
}

// OpenText opens a file for reading as UTF-8 text: a byte order mark overrules
// e. UTF-8 files are streamed; others are decoded at once.
func OpenText(path string, e *text.Encoding) (io.ReadCloser, error) {
	file, err := sandbox.Open(path)
	if err != nil {
		return nil, err
	}
	reader := bufio.NewReaderSize(file, 64<<10)
	head, _ := reader.Peek(4)
	if marked, length := text.Marked(head); marked != nil {
		e = marked
		_, _ = reader.Discard(length)
	}
	if e.IsUTF8() {
		return readCloser{reader, file}, nil
	}
	data, err := io.ReadAll(reader)
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return nil, err
	}
	return io.NopCloser(strings.NewReader(e.Decode(data))), nil
}
