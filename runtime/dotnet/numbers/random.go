package numbers

import (
	"math/rand/v2"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// randomSource is what a System.Random draws from.
type randomSource interface {
	Between(low, high int64) int64
	Float64() float64
	Fill(buffer []byte)
}

// Random is a System.Random. One with a seed gives the numbers that .NET gives.
type Random struct{ source randomSource }

var typeRandom = &value.Type{Name: "Random", FullName: "System.Random", Kind: value.KindObject, Base: value.TypeObject}

// PSType returns Random.
func (*Random) PSType() *value.Type { return typeRandom }

// freeRandom is the source without a seed.
type freeRandom struct{}

func (freeRandom) Between(low, high int64) int64 { return low + rand.Int64N(high-low) }
func (freeRandom) Float64() float64              { return rand.Float64() }
func (freeRandom) Fill(buffer []byte) {
	for i := range buffer {
		buffer[i] = byte(rand.Uint32())
	}
}

func loadRandom(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	source := func(c *value.Call) randomSource { return dotnet.Of[*Random](c.This).source }
	between := func(low, high int64, c *value.Call) (value.Value, error) {
		if low > high {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "minValue", "'minValue' cannot be greater than maxValue.")
		}
		if low == high {
			return value.Int(int(low)), nil
		}
		return value.Int(int(source(c).Between(low, high))), nil
	}
	b.Method("int Next()", func(c *value.Call) (value.Value, error) {
		if seeded, ok := source(c).(*SeededRandom); ok {
			return value.Int(int(seeded.Sample())), nil
		}
		return between(0, 1<<31-1, c)
	})
	b.Method("int Next(int maxValue)", func(c *value.Call) (value.Value, error) {
		if err := dotnet.IfNegative("maxValue", dotnet.IntArg(c, 0)); err != nil {
			return value.Null, err
		}
		return between(0, c.Args[0].Int64(), c)
	})
	b.Method("int Next(int minValue, int maxValue)", func(c *value.Call) (value.Value, error) {
		return between(c.Args[0].Int64(), c.Args[1].Int64(), c)
	})
	b.Method("double NextDouble()", dotnet.Give(func(c *value.Call) value.Value { return value.Double(source(c).Float64()) }))
	b.Method("void NextBytes(byte[] buffer)", dotnet.Run(func(c *value.Call) {
		if a, ok := value.As[*value.Array](c.Args[0]); ok {
			raw := make([]byte, len(a.Items))
			source(c).Fill(raw)
			for i, n := range raw {
				a.Writable()[i] = value.Integer(value.KindByte, int64(n))
			}
		}
	}))
	loadRandomMore(b)
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(&Random{freeRandom{}}) }))
	b.Constructor("(int Seed)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Obj(&Random{NewSeededRandom(int32(c.Args[0].Int64()))})
	}))
	b.StaticGet("System.Random Shared", func(value.Env) value.Value { return value.Obj(&Random{freeRandom{}}) })
}
