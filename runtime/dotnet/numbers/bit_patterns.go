package numbers

import (
	"encoding/binary"
	"math"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadBitPatterns adds the bits of floating point numbers as integers and back.
func loadBitPatterns(b dotnet.Rows) {
	give := func(sig string, f func(v value.Value) value.Value) {
		b.Static(sig, dotnet.Give(func(c *value.Call) value.Value { return f(c.Args[0]) }))
	}
	give("long DoubleToInt64Bits(double value)", func(v value.Value) value.Value { return value.Long(int64(math.Float64bits(v.Float()))) })
	give("ulong DoubleToUInt64Bits(double value)", func(v value.Value) value.Value {
		return value.Integer(value.KindUInt64, int64(math.Float64bits(v.Float())))
	})
	give("int SingleToInt32Bits(float value)", func(v value.Value) value.Value { return value.Int(int(int32(math.Float32bits(float32(v.Float()))))) })
	give("uint SingleToUInt32Bits(float value)", func(v value.Value) value.Value {
		return value.Integer(value.KindUInt32, int64(math.Float32bits(float32(v.Float()))))
	})
	for _, from := range [...]string{"Int64BitsToDouble(long", "UInt64BitsToDouble(ulong"} {
		give("double "+from+" value)", func(v value.Value) value.Value { return value.Double(math.Float64frombits(v.Uint64())) })
	}
	for _, from := range [...]string{"Int32BitsToSingle(int", "UInt32BitsToSingle(uint"} {
		give("float "+from+" value)", func(v value.Value) value.Value { return value.Single(math.Float32frombits(uint32(v.Uint64()))) })
	}
	give("byte[] GetBytes(float value)", func(v value.Value) value.Value {
		return ByteArray(binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(v.Float()))))
	})
	give("byte[] GetBytes(char value)", func(v value.Value) value.Value {
		return ByteArray(binary.LittleEndian.AppendUint16(nil, uint16(v.Int64())))
	})
	b.Static("float ToSingle(byte[] value, int startIndex)", fromBytes(4, func(u uint64) value.Value { return value.Single(math.Float32frombits(uint32(u))) }))
	b.Static("char ToChar(byte[] value, int startIndex)", fromBytes(2, func(u uint64) value.Value { return value.Char(uint16(u)) }))
}
