package dotnet

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"strings"

	"exolab/runtime/value"
)

var typeBitConverter = &value.Type{Name: "BitConverter", FullName: "System.BitConverter", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

func loadBitConverter(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.constant("bool IsLittleEndian", value.True)
	b.static("string ToString(byte[] value)", give(func(c *value.Call) value.Value { return value.Str(dashed(Bytes(c.Args[0]))) }))
	b.static("string ToString(byte[] value, int startIndex)", give(func(c *value.Call) value.Value {
		raw := Bytes(c.Args[0])
		return value.Str(dashed(raw[min(max(number(c, 1), 0), len(raw)):]))
	}))
	b.static("string ToString(byte[] value, int startIndex, int length)", func(c *value.Call) (value.Value, error) {
		raw, at, n := Bytes(c.Args[0]), number(c, 1), number(c, 2)
		if at < 0 || n < 0 || at+n > len(raw) {
			return value.Null, throwParam(exArgumentRange, "startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.")
		}
		return value.Str(dashed(raw[at : at+n])), nil
	})
	for _, n := range integerNames {
		size := bits(n.kind) / 8
		if size == 1 {
			continue
		}
		b.static("byte[] GetBytes("+n.name+" value)", give(func(c *value.Call) value.Value {
			return ByteArray(binary.LittleEndian.AppendUint64(nil, c.Args[0].Uint64())[:size])
		}))
		b.static(n.name+" To"+mustType(n.name).Name+"(byte[] value, int startIndex)", fromBytes(size, func(u uint64) value.Value {
			return value.Integer(n.kind, signExtend(u, n.kind))
		}))
	}
	b.static("byte[] GetBytes(double value)", give(func(c *value.Call) value.Value {
		return ByteArray(binary.LittleEndian.AppendUint64(nil, math.Float64bits(float(c, 0))))
	}))
	b.static("byte[] GetBytes(bool value)", give(func(c *value.Call) value.Value { return ByteArray([]byte{byte(c.Args[0].Int64())}) }))
	b.static("double ToDouble(byte[] value, int startIndex)", fromBytes(8, func(u uint64) value.Value { return value.Double(math.Float64frombits(u)) }))
	b.static("bool ToBoolean(byte[] value, int startIndex)", fromBytes(1, func(u uint64) value.Value { return value.Bool(u != 0) }))
}

func dashed(raw []byte) string {
	parts := make([]string, len(raw))
	for i := range raw {
		parts[i] = strings.ToUpper(hex.EncodeToString(raw[i : i+1]))
	}
	return strings.Join(parts, "-")
}

// fromBytes makes a body that reads a little-endian number of size bytes.
func fromBytes(size int, f func(uint64) value.Value) body {
	return func(c *value.Call) (value.Value, error) {
		raw, at := Bytes(c.Args[0]), number(c, 1)
		switch {
		case at < 0 || at >= len(raw):
			return value.Null, throwParam(exArgumentRange, "startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.")
		case at+size > len(raw):
			return value.Null, throwParam(exArgument, "value", "Destination array is not long enough to copy all the items in the collection. Check array index and length.")
		}
		var u uint64
		for i := size - 1; i >= 0; i-- {
			u = u<<8 | uint64(raw[at+i])
		}
		return f(u), nil
	}
}
