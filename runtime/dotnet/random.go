package dotnet

import (
	"math/rand/v2"

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
	b := table{t, m}
	source := func(c *value.Call) randomSource { return of[*Random](c.This).source }
	between := func(low, high int64, c *value.Call) (value.Value, error) {
		if low > high {
			return value.Null, throwParam(exArgumentRange, "minValue", "'minValue' cannot be greater than maxValue.")
		}
		if low == high {
			return value.Int(int(low)), nil
		}
		return value.Int(int(source(c).Between(low, high))), nil
	}
	b.method("int Next()", func(c *value.Call) (value.Value, error) {
		if seeded, ok := source(c).(*SeededRandom); ok {
			return value.Int(int(seeded.Sample())), nil
		}
		return between(0, 1<<31-1, c)
	})
	b.method("int Next(int maxValue)", func(c *value.Call) (value.Value, error) {
		if err := ifNegative("maxValue", number(c, 0)); err != nil {
			return value.Null, err
		}
		return between(0, c.Args[0].Int64(), c)
	})
	b.method("int Next(int minValue, int maxValue)", func(c *value.Call) (value.Value, error) {
		return between(c.Args[0].Int64(), c.Args[1].Int64(), c)
	})
	b.method("double NextDouble()", give(func(c *value.Call) value.Value { return value.Double(source(c).Float64()) }))
	b.method("void NextBytes(byte[] buffer)", run(func(c *value.Call) {
		if a, ok := value.As[*value.Array](c.Args[0]); ok {
			raw := make([]byte, len(a.Items))
			source(c).Fill(raw)
			for i, n := range raw {
				a.Items[i] = value.Integer(value.KindByte, int64(n))
			}
		}
	}))
	b.constructor("()", give(func(*value.Call) value.Value { return value.Obj(&Random{freeRandom{}}) }))
	b.constructor("(int Seed)", give(func(c *value.Call) value.Value {
		return value.Obj(&Random{NewSeededRandom(int32(c.Args[0].Int64()))})
	}))
	b.staticGet("System.Random Shared", func(value.Env) value.Value { return value.Obj(&Random{freeRandom{}}) })
}
