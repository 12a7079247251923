package fileio

import (
	"os"

	"exolab/runtime/dotnet"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

var typeFileStream = ioType("FileStream", typeStream)

// How a file is opened: System.IO.FileMode.
const (
	modeCreateNew    = 1
	modeCreate       = 2
	modeOpen         = 3
	modeOpenOrCreate = 4
	modeTruncate     = 5
	modeAppend       = 6
)

// openStream reads a file into a stream that writes it back when it is flushed
// or closed. access is a System.IO.FileAccess: 1 reads, 2 writes.
func openStream(path string, mode, access int64) (value.Value, error) {
	flags := map[int64]int{modeCreateNew: os.O_CREATE | os.O_EXCL | os.O_TRUNC, modeCreate: os.O_CREATE | os.O_TRUNC, modeOpenOrCreate: os.O_CREATE,
		modeTruncate: os.O_TRUNC, modeAppend: os.O_CREATE}[mode]
	if access&2 != 0 || flags != 0 {
		flags |= os.O_RDWR
	}
	f, err := sandbox.OpenFile(path, flags, 0o644)
	if err != nil {
		return value.Null, IOError(err, path)
	}
	if err := f.Close(); err != nil {
		return value.Null, IOError(err, path)
	}
	raw, err := sandbox.ReadFile(path)
	if err != nil {
		return value.Null, IOError(err, path)
	}
	s := &MemoryStream{T: typeFileStream, path: path, data: raw, readOnly: access&2 == 0}
	if mode == modeAppend {
		s.at = len(raw)
	}
	return value.Obj(s), nil
}

// save writes the bytes of a FileStream to its file.
func (s *MemoryStream) save() error {
	if s.path == "" || s.readOnly {
		return nil
	}
	return WriteFile(s.path, os.O_CREATE|os.O_TRUNC, s.data)
}

func loadFileStream(t *value.Type, m *value.Members) {
	loadMemoryStream(t, m)
	b := dotnet.NewRows(t, m)
	b.Get("string Name", func(v value.Value) value.Value { return value.Str(dotnet.Of[*MemoryStream](v).path) })
	open := OnFile(func(path string, c *value.Call) (value.Value, error) {
		return openStream(path, c.Args[1].Int64(), accessOf(c))
	})
	m.Constructors = nil
	for _, more := range [...]string{"", ", System.IO.FileAccess access", ", System.IO.FileAccess access, System.IO.FileShare share", ", System.IO.FileAccess access, System.IO.FileShare share, int bufferSize"} {
		b.Constructor("(string path, System.IO.FileMode mode"+more+")", open)
	}
}

// accessOf is the FileAccess among the arguments: for want of one, appending
// only writes and everything else does both.
func accessOf(c *value.Call) int64 {
	switch {
	case len(c.Args) > 2:
		return c.Args[2].Int64()
	case c.Args[1].Int64() == modeAppend:
		return 2
	}
	return 3
}

// loadFileOpening adds the methods of File that open a stream.
func loadFileOpening(b dotnet.Rows) {
	fixed := func(mode, access int64) dotnet.Body {
		return OnFile(func(path string, _ *value.Call) (value.Value, error) { return openStream(path, mode, access) })
	}
	b.Static("System.IO.FileStream Create(string path)", fixed(modeCreate, 3))
	b.Static("System.IO.FileStream Create(string path, int bufferSize)", fixed(modeCreate, 3))
	b.Static("System.IO.FileStream Create(string path, int bufferSize, System.IO.FileOptions options)", fixed(modeCreate, 3))
	b.Static("System.IO.FileStream Open(string path, System.IO.FileStreamOptions options)", OnFile(openWith))
	b.Static("System.IO.FileStream OpenRead(string path)", fixed(modeOpen, 1))
	b.Static("System.IO.FileStream OpenWrite(string path)", fixed(modeOpenOrCreate, 2))
	open := OnFile(func(path string, c *value.Call) (value.Value, error) {
		return openStream(path, c.Args[1].Int64(), accessOf(c))
	})
	for _, more := range [...]string{"", ", System.IO.FileAccess access", ", System.IO.FileAccess access, System.IO.FileShare share"} {
		b.Static("System.IO.FileStream Open(string path, System.IO.FileMode mode"+more+")", open)
	}
}
