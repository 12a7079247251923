package system

import (
	"bytes"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// loadGuidMore adds construction from parts, formats and comparison.
func loadGuidMore(b dotnet.Rows) {
	b.Constant("guid AllBitsSet", value.Obj(value.Guid{Guid: netfmt.Guid(bytes.Repeat([]byte{0xFF}, 16))}))
	b.Static("guid Parse(string input, System.IFormatProvider provider)", func(c *value.Call) (value.Value, error) { return parseGuid(dotnet.TextArg(c, 0)) })
	exact := func(c *value.Call) (value.Value, error) {
		v, err := parseGuid(dotnet.TextArg(c, 0))
		if err != nil {
			return value.Null, err
		}
		s, err := guid(v).Format(dotnet.TextArg(c, 1))
		if err != nil {
			return value.Null, dotnet.Error(err)
		}
		if !bytes.EqualFold([]byte(s), []byte(dotnet.TextArg(c, 0))) {
			return value.Null, dotnet.Throw(dotnet.ExFormat, "Unrecognized Guid format.")
		}
		return v, nil
	}
	b.Static("guid ParseExact(string input, string format)", exact)
	try := func(f dotnet.Body) dotnet.Body {
		return func(c *value.Call) (value.Value, error) {
			v, err := f(c)
			if err != nil {
				v = value.Obj(value.Guid{})
			}
			return value.Bool(err == nil), dotnet.SetOut(c, len(c.Args)-1, v)
		}
	}
	b.Static("bool TryParse(string s, System.IFormatProvider provider, out guid result)", try(func(c *value.Call) (value.Value, error) { return parseGuid(dotnet.TextArg(c, 0)) }))
	b.Static("bool TryParseExact(string input, string format, out guid result)", try(exact))
	b.Method("bool Equals(guid g)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(guid(c.This) == guid(c.Args[0])) }))
	b.Method("byte[] ToByteArray(bool bigEndian)", dotnet.Give(func(c *value.Call) value.Value {
		g := guid(c.This)
		if dotnet.BoolArg(c, 0) {
			return numbers.ByteArray(g.Guid[:])
		}
		return numbers.ByteArray(guidBytes(g))
	}))
	ofTicks := func(ticks int64) value.Value {
		g := NewGuid()
		ms := uint64((ticks - dotnet.UnixEpoch) / dotnet.TicksPerMillisecond)
		for i := range 6 {
			g.Guid[i] = byte(ms >> (40 - 8*i))
		}
		g.Guid[6] = g.Guid[6]&0x0F | 0x70
		return value.Obj(g)
	}
	b.Static("guid CreateVersion7()", dotnet.Give(func(c *value.Call) value.Value { return ofTicks(c.Env.NowTicks()) }))
	b.Static("guid CreateVersion7(System.DateTimeOffset timestamp)", func(c *value.Call) (value.Value, error) {
		at, err := dotnet.InvokeMethod(c.Env, c.Args[0], dotnet.NameOf("ToUnixTimeMilliseconds"), nil, nil)
		if err != nil {
			return value.Null, err
		}
		if err := dotnet.IfNegative("timestamp", int(at.Int64())); err != nil {
			return value.Null, err
		}
		return ofTicks(dotnet.UnixEpoch + at.Int64()*dotnet.TicksPerMillisecond), nil
	})
	parts := dotnet.Give(func(c *value.Call) value.Value {
		n := func(i int) uint64 { return c.Args[i].Uint64() }
		raw := []byte{byte(n(0) >> 24), byte(n(0) >> 16), byte(n(0) >> 8), byte(n(0)), byte(n(1) >> 8), byte(n(1)), byte(n(2) >> 8), byte(n(2))}
		if len(c.Args) == 4 {
			raw = append(raw, numbers.Bytes(c.Args[3])...)
		} else {
			for i := 3; i < len(c.Args); i++ {
				raw = append(raw, byte(n(i)))
			}
		}
		var g value.Guid
		copy(g.Guid[:], raw)
		return value.Obj(g)
	})
	const rest = ", byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)"
	b.Constructor("(int a, short b, short c"+rest, parts)
	b.Constructor("(uint a, ushort b, ushort c"+rest, parts)
	b.Constructor("(int a, short b, short c, byte[] d)", parts)
}
