package fileio

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/value"
)

var (
	typeStream       = ioType("Stream", value.TypeObject)
	typeMemoryStream = ioType("MemoryStream", typeStream)
)

// MemoryStream is a System.IO.MemoryStream, or a FileStream of T that holds the
// bytes of the file at path.
type MemoryStream struct {
	value.Extended
	T        *value.Type
	path     string
	data     []byte
	at       int
	readOnly bool
}

// PSType returns MemoryStream or FileStream.
func (s *MemoryStream) PSType() *value.Type {
	if s.T != nil {
		return s.T
	}
	return typeMemoryStream
}

// read takes up to n bytes.
func (s *MemoryStream) read(n int) []byte {
	from := min(s.at, len(s.data))
	s.at = min(from+n, len(s.data))
	return s.data[from:s.at]
}

// write puts bytes over and behind what is there.
func (s *MemoryStream) write(raw []byte) {
	for len(s.data) < s.at+len(raw) {
		s.data = append(s.data, make([]byte, s.at+len(raw)-len(s.data))...)
	}
	s.at += copy(s.data[s.at:], raw)
}

func byteItems(v value.Value) []byte {
	items := dotnet.ItemsOf(v)
	raw := make([]byte, len(items))
	for i, item := range items {
		raw[i] = byte(item.Int64())
	}
	return raw
}

// ReadStream returns what a stream still holds.
func ReadStream(stream value.Value) []byte {
	s := dotnet.Of[*MemoryStream](stream)
	return s.read(len(s.data))
}

// WriteStream writes to a stream at its position.
func WriteStream(stream value.Value, raw []byte) { dotnet.Of[*MemoryStream](stream).write(raw) }

func loadMemoryStream(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	stream := dotnet.Of[*MemoryStream]
	b.Get("long Length", func(v value.Value) value.Value { return value.Long(int64(len(stream(v).data))) })
	b.Property("long Position", func(_ value.Env, v value.Value) (value.Value, error) { return value.Long(int64(stream(v).at)), nil },
		func(_ value.Env, v, to value.Value) error { stream(v).at = int(to.Int64()); return nil })
	for _, name := range []string{"CanRead", "CanSeek"} {
		b.Get("bool "+name, func(value.Value) value.Value { return value.True })
	}
	b.Get("bool CanWrite", func(v value.Value) value.Value { return value.Bool(!stream(v).readOnly) })
	b.Method("byte[] ToArray()", dotnet.Give(func(c *value.Call) value.Value { return numbers.ByteArray(stream(c.This).data) }))
	b.Method("byte[] GetBuffer()", dotnet.Give(func(c *value.Call) value.Value { return numbers.ByteArray(stream(c.This).data) }))
	b.Method("int ReadByte()", dotnet.Give(func(c *value.Call) value.Value {
		if raw := stream(c.This).read(1); len(raw) == 1 {
			return value.Int(int(raw[0]))
		}
		return value.Int(-1)
	}))
	b.Method("void WriteByte(byte value)", dotnet.Run(func(c *value.Call) { stream(c.This).write([]byte{byte(c.Args[0].Int64())}) }))
	b.Method("void Write(byte[] buffer, int offset, int count)", dotnet.Run(func(c *value.Call) {
		stream(c.This).write(byteItems(c.Args[0])[dotnet.IntArg(c, 1) : dotnet.IntArg(c, 1)+dotnet.IntArg(c, 2)])
	}))
	b.Method("int Read(byte[] buffer, int offset, int count)", dotnet.Give(func(c *value.Call) value.Value {
		raw := stream(c.This).read(dotnet.IntArg(c, 2))
		if into, ok := value.As[*value.Array](c.Args[0]); ok {
			for i, one := range raw {
				into.Writable()[dotnet.IntArg(c, 1)+i] = value.Integer(value.KindByte, int64(one))
			}
		}
		return value.Int(len(raw))
	}))
	b.Method("long Seek(long offset, System.IO.SeekOrigin loc)", dotnet.Give(func(c *value.Call) value.Value {
		s, from := stream(c.This), 0
		switch c.Args[1].Int64() {
		case 1:
			from = s.at
		case 2:
			from = len(s.data)
		}
		s.at = from + dotnet.IntArg(c, 0)
		return value.Long(int64(s.at))
	}))
	b.Method("void SetLength(long value)", dotnet.Run(func(c *value.Call) {
		s, n := stream(c.This), dotnet.IntArg(c, 0)
		s.data = append(s.data[:min(n, len(s.data))], make([]byte, max(0, n-len(s.data)))...)
	}))
	for _, name := range []string{"Close", "Dispose", "Flush"} {
		b.Method("void "+name+"()", func(c *value.Call) (value.Value, error) { return value.Void, stream(c.This).save() })
	}
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(&MemoryStream{}) }))
	b.Constructor("(int capacity)", dotnet.Give(func(*value.Call) value.Value { return value.Obj(&MemoryStream{}) }))
	b.Constructor("(byte[] buffer)", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(&MemoryStream{data: byteItems(c.Args[0])}) }))
}
