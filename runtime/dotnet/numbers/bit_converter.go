package numbers

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var typeBitConverter = &value.Type{Name: "BitConverter", FullName: "System.BitConverter", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

func loadBitConverter(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	loadBitPatterns(b)
	b.Constant("bool IsLittleEndian", value.True)
	b.Static("string ToString(byte[] value)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(dashed(Bytes(c.Args[0]))) }))
	b.Static("string ToString(byte[] value, int startIndex)", dotnet.Give(func(c *value.Call) value.Value {
		raw := Bytes(c.Args[0])
		return value.Str(dashed(raw[min(max(dotnet.IntArg(c, 1), 0), len(raw)):]))
	}))
	b.Static("string ToString(byte[] value, int startIndex, int length)", func(c *value.Call) (value.Value, error) {
		raw, at, n := Bytes(c.Args[0]), dotnet.IntArg(c, 1), dotnet.IntArg(c, 2)
		if at < 0 || n < 0 || at+n > len(raw) {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.")
		}
		return value.Str(dashed(raw[at : at+n])), nil
	})
	for _, n := range integerNames {
		size := dotnet.Bits(n.kind) / 8
		if size == 1 {
			continue
		}
		b.Static("byte[] GetBytes("+n.name+" value)", dotnet.Give(func(c *value.Call) value.Value {
			return ByteArray(binary.LittleEndian.AppendUint64(nil, c.Args[0].Uint64())[:size])
		}))
		b.Static(n.name+" To"+dotnet.MustType(n.name).Name+"(byte[] value, int startIndex)", fromBytes(size, func(u uint64) value.Value {
			return value.Integer(n.kind, signExtend(u, n.kind))
		}))
	}
	b.Static("byte[] GetBytes(double value)", dotnet.Give(func(c *value.Call) value.Value {
		return ByteArray(binary.LittleEndian.AppendUint64(nil, math.Float64bits(dotnet.FloatArg(c, 0))))
	}))
	b.Static("byte[] GetBytes(bool value)", dotnet.Give(func(c *value.Call) value.Value { return ByteArray([]byte{byte(c.Args[0].Int64())}) }))
	b.Static("double ToDouble(byte[] value, int startIndex)", fromBytes(8, func(u uint64) value.Value { return value.Double(math.Float64frombits(u)) }))
	b.Static("bool ToBoolean(byte[] value, int startIndex)", fromBytes(1, func(u uint64) value.Value { return value.Bool(u != 0) }))
}

func dashed(raw []byte) string {
	parts := make([]string, len(raw))
	for i := range raw {
		parts[i] = strings.ToUpper(hex.EncodeToString(raw[i : i+1]))
	}
	return strings.Join(parts, "-")
}

// fromBytes makes a body that reads a little-endian number of size bytes.
func fromBytes(size int, f func(uint64) value.Value) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		raw, at := Bytes(c.Args[0]), dotnet.IntArg(c, 1)
		switch {
		case at < 0 || at >= len(raw):
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.")
		case at+size > len(raw):
			return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "value", "Destination array is not long enough to copy all the items in the collection. Check array index and length.")
		}
		var u uint64
		for i := size - 1; i >= 0; i-- {
			u = u<<8 | uint64(raw[at+i])
		}
		return f(u), nil
	}
}
