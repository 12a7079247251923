package sandbox

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"

	"exolab/runtime/interrupt"
	"exolab/runtime/memory"
)

// readStep is how much is read at once, so that Ctrl-C need not wait.
const readStep = 1 << 20

// ReadFile is os.ReadFile for files that scripts name: one that does not fit
// below the process's limit of memory is memory.ErrExceeded, one whose reading
// Ctrl-C ends interrupt.ErrStopped.
func ReadFile(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return readAll(file, name)
}

// File is a file that is read bit by bit. Reading it ends with
// interrupt.ErrStopped at Ctrl-C, and with memory.ErrExceeded where what was
// read so far does not fit: it may be a device without an end.
type File struct{ file *os.File }

// Open is os.Open for files that scripts name.
func Open(name string) (*File, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	return &File{file}, nil
}

// Read implements io.Reader.
func (f *File) Read(p []byte) (int, error) {
	if err := interrupt.Stopped(); err != nil {
		return 0, err
	}
	if memory.Tight() && memory.Exceeded() {
		return 0, memory.ErrExceeded
	}
	return f.file.Read(p)
}

// Close implements io.Closer.
func (f *File) Close() error { return f.file.Close() }

func readAll(file *os.File, name string) ([]byte, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return readStream(file, name)
	}
	if size := info.Size(); !memory.Room(size) {
		return nil, &fs.PathError{Op: "read", Path: name, Err: memory.ErrExceeded}
	}
	// One byte more, so that the end is seen without growing.
	data := make([]byte, 0, max(info.Size(), 511)+1)
	for {
		if err := interrupt.Stopped(); err != nil {
			return nil, err
		}
		if len(data) == cap(data) {
			if !memory.Room(int64(cap(data)) * 2) {
				return nil, &fs.PathError{Op: "read", Path: name, Err: memory.ErrExceeded}
			}
			data = append(data, make([]byte, max(cap(data), 512))...)[:len(data)]
		}
		n, err := file.Read(data[len(data):min(cap(data), len(data)+readStep)])
		data = data[:len(data)+n]
		switch {
		case errors.Is(err, io.EOF):
			return data, nil
		case err != nil:
			return nil, err
		}
	}
}

// readStream reads what has no size, such as a device, in pieces: making one ever
// larger would copy it over and over.
func readStream(file *os.File, name string) ([]byte, error) {
	var pieces [][]byte
	for size := int64(0); ; size += readStep {
		if err := interrupt.Stopped(); err != nil {
			return nil, err
		}
		if !memory.Room(size + readStep) {
			return nil, &fs.PathError{Op: "read", Path: name, Err: memory.ErrExceeded}
		}
		piece := make([]byte, readStep)
		n, err := io.ReadFull(file, piece)
		pieces = append(pieces, piece[:n])
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return slices.Concat(pieces...), nil
		case err != nil:
			return nil, err
		}
	}
}
