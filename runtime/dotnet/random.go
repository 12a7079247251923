package dotnet

import (
	"math/rand/v2"

	"exolab/runtime/value"
)

// Random is a System.Random. Its numbers are not those of .NET for a seed.
type Random struct{ source *rand.Rand }

var typeRandom = &value.Type{Name: "Random", FullName: "System.Random", Kind: value.KindObject, Base: value.TypeObject}

// PSType returns Random.
func (*Random) PSType() *value.Type { return typeRandom }

func loadRandom(t *value.Type, m *value.Members) {
	b := table{t, m}
	source := func(c *value.Call) *rand.Rand { return of[*Random](c.This).source }
	between := func(low, high int64, c *value.Call) (value.Value, error) {
		if low > high {
			return value.Null, throwParam(exArgumentRange, "minValue", "'minValue' cannot be greater than maxValue.")
		}
		if low == high {
			return value.Int(int(low)), nil
		}
		return value.Int(int(low + source(c).Int64N(high-low))), nil
	}
	b.method("int Next()", func(c *value.Call) (value.Value, error) { return between(0, 1<<31-1, c) })
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
			for i := range a.Items {
				a.Items[i] = value.Integer(value.KindByte, source(c).Int64N(256))
			}
		}
	}))
	b.constructor("()", give(func(*value.Call) value.Value {
		return value.Obj(&Random{rand.New(rand.NewPCG(rand.Uint64(), rand.Uint64()))})
	}))
	b.constructor("(int Seed)", give(func(c *value.Call) value.Value {
		return value.Obj(&Random{rand.New(rand.NewPCG(c.Args[0].Uint64(), 0))})
	}))
	b.staticGet("System.Random Shared", func(value.Env) value.Value {
		return value.Obj(&Random{rand.New(rand.NewPCG(rand.Uint64(), rand.Uint64()))})
	})
}
