package numbers

import (
	"encoding/binary"
	"math"
	"math/bits"
	"math/rand/v2"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// seededInt64 is the number that a seeded System.Random gives for a range of
// Int64: as many of its bits as the range needs, again until one fits.
func seededInt64(r *SeededRandom, low, high int64) int64 {
	span := uint64(high) - uint64(low)
	if span <= 1 {
		return low
	}
	width := bits.Len64(span - 1)
	for {
		if n := r.uint64() >> (64 - width); n < span {
			return int64(n + uint64(low))
		}
	}
}

// uint64 is made of eight bytes.
func (r *SeededRandom) uint64() uint64 {
	var raw [8]byte
	r.Fill(raw[:])
	return binary.LittleEndian.Uint64(raw[:])
}

func loadRandomMore(b dotnet.Rows) {
	between := func(low, high int64, c *value.Call) (value.Value, error) {
		source := dotnet.Of[*Random](c.This).source
		seeded, ok := source.(*SeededRandom)
		switch {
		case low > high:
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "minValue", "'minValue' cannot be greater than maxValue.")
		case low == high:
			return value.Long(low), nil
		case ok:
			return value.Long(seededInt64(seeded, low, high)), nil
		}
		return value.Long(low + int64(rand.Uint64N(uint64(high)-uint64(low)))), nil
	}
	b.Method("long NextInt64()", func(c *value.Call) (value.Value, error) {
		if seeded, ok := dotnet.Of[*Random](c.This).source.(*SeededRandom); ok {
			for {
				if n := seeded.uint64() >> 1; n != math.MaxInt64 {
					return value.Long(int64(n)), nil
				}
			}
		}
		return between(0, math.MaxInt64, c)
	})
	b.Method("long NextInt64(long maxValue)", func(c *value.Call) (value.Value, error) {
		if err := dotnet.IfNegative("maxValue", int(c.Args[0].Int64())); err != nil {
			return value.Null, err
		}
		return between(0, c.Args[0].Int64(), c)
	})
	b.Method("long NextInt64(long minValue, long maxValue)", func(c *value.Call) (value.Value, error) { return between(c.Args[0].Int64(), c.Args[1].Int64(), c) })
	b.Method("float NextSingle()", dotnet.Give(func(c *value.Call) value.Value {
		return value.Single(float32(dotnet.Of[*Random](c.This).source.Float64()))
	}))
	pick := func(c *value.Call, n int) int { return int(dotnet.Of[*Random](c.This).source.Between(0, int64(n))) }
	b.Method("string GetHexString(int stringLength, bool lowercase = false)", func(c *value.Call) (value.Value, error) {
		digits := "0123456789ABCDEF"
		if len(c.Args) > 1 && dotnet.BoolArg(c, 1) {
			digits = strings.ToLower(digits)
		}
		if err := dotnet.IfNegative("stringLength", dotnet.IntArg(c, 0)); err != nil {
			return value.Null, err
		}
		out := make([]byte, dotnet.IntArg(c, 0))
		for i := range out {
			out[i] = digits[pick(c, len(digits))]
		}
		return value.Str(string(out)), nil
	})
	b.Method("void Shuffle(T[] values)", dotnet.Run(func(c *value.Call) {
		a, ok := value.As[*value.Array](c.Args[0])
		if !ok {
			return
		}
		items := a.Writable()
		for i := range len(items) - 1 {
			if j := i + pick(c, len(items)-i); i != j {
				items[i], items[j] = items[j], items[i]
			}
		}
	}))
	b.Method("T[] GetItems(T[] choices, int length)", func(c *value.Call) (value.Value, error) {
		a, ok := value.As[*value.Array](c.Args[0])
		if !ok || len(a.Items) == 0 {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "choices", "Span may not be empty.")
		}
		out := &value.Array{Elem: a.Elem}
		for range dotnet.IntArg(c, 1) {
			out.Items = append(out.Items, a.Items[pick(c, len(a.Items))])
		}
		return value.Obj(out), dotnet.IfNegative("length", dotnet.IntArg(c, 1))
	})
}
