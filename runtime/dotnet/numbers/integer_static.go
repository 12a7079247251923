package numbers

import (
	"math/bits"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/collections"
	"exolab/runtime/value"
)

// loadIntegerStatics adds the arithmetic that .NET's integer types carry as
// static methods.
func loadIntegerStatics(b dotnet.Rows, name string, kind value.Kind) {
	signed := !dotnet.IsUnsigned(kind) && kind != value.KindUInt64
	test := func(method string, f func(v value.Value) bool) {
		b.Static("bool "+method+"("+name+" value)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(f(c.Args[0])) }))
	}
	test("IsEvenInteger", func(v value.Value) bool { return v.Int64()&1 == 0 })
	test("IsOddInteger", func(v value.Value) bool { return v.Int64()&1 == 1 })
	test("IsPow2", func(v value.Value) bool {
		return (!signed || v.Int64() > 0) && bits.OnesCount64(uint64(v.Int64())) == 1
	})
	b.Static(name+" Clamp("+name+" value, "+name+" min, "+name+" max)", clamp)
	b.Static("int Sign("+name+" value)", dotnet.Give(func(c *value.Call) value.Value {
		if signed {
			return dotnet.CompareInts(c.Args[0].Int64(), 0)
		}
		return value.Int(min(1, int(c.Args[0].Uint64())))
	}))
	b.Static("System.ValueTuple["+name+","+name+"] DivRem("+name+" left, "+name+" right)", divRem)
	if signed {
		test("IsNegative", func(v value.Value) bool { return v.Int64() < 0 })
		test("IsPositive", func(v value.Value) bool { return v.Int64() >= 0 })
		b.Static(name+" Abs("+name+" value)", absInteger)
		loadMagnitude(b, name)
		b.Static(name+" CopySign("+name+" value, "+name+" sign)", func(c *value.Call) (value.Value, error) {
			n, err := absInteger(c)
			if err != nil || c.Args[1].Int64() >= 0 {
				return n, err
			}
			return value.Integer(kind, -n.Int64()), nil
		})
	}
	if kind == value.KindInt32 {
		b.Static("long BigMul(int left, int right)", dotnet.Give(func(c *value.Call) value.Value { return value.Long(c.Args[0].Int64() * c.Args[1].Int64()) }))
	}
	loadBitCounts(b, name, kind)
	loadCreation(b, name)
}

// loadMagnitude adds the greater and the smaller of two by absolute value.
func loadMagnitude(b dotnet.Rows, name string) {
	abs := func(v value.Value) uint64 {
		if n := v.Int64(); n < 0 {
			return uint64(-n)
		}
		return uint64(v.Int64())
	}
	b.Static(name+" MaxMagnitude("+name+" x, "+name+" y)", dotnet.Give(func(c *value.Call) value.Value {
		if x, y := abs(c.Args[0]), abs(c.Args[1]); x > y || x == y && c.Args[0].Int64() >= 0 {
			return c.Args[0]
		}
		return c.Args[1]
	}))
	b.Static(name+" MinMagnitude("+name+" x, "+name+" y)", dotnet.Give(func(c *value.Call) value.Value {
		if x, y := abs(c.Args[0]), abs(c.Args[1]); x < y || x == y && c.Args[0].Int64() < 0 {
			return c.Args[0]
		}
		return c.Args[1]
	}))
}

// loadBitCounts adds what counts and turns the bits of an integer.
func loadBitCounts(b dotnet.Rows, name string, kind value.Kind) {
	width := dotnet.Bits(kind)
	low := func(v value.Value) uint64 { return v.Uint64() << (64 - width) >> (64 - width) }
	for method, count := range map[string]func(n uint64) int{
		"PopCount":          bits.OnesCount64,
		"LeadingZeroCount":  func(n uint64) int { return bits.LeadingZeros64(n) - (64 - width) },
		"TrailingZeroCount": func(n uint64) int { return min(width, bits.TrailingZeros64(n)) },
	} {
		b.Static(name+" "+method+"("+name+" value)", dotnet.Give(func(c *value.Call) value.Value { return value.Integer(kind, int64(count(low(c.Args[0])))) }))
	}
	b.Static(name+" Log2("+name+" value)", func(c *value.Call) (value.Value, error) {
		n := low(c.Args[0])
		if n>>(width-1) != 0 && !dotnet.IsUnsigned(kind) && kind != value.KindUInt64 {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "value", "Non-negative number required.")
		}
		return value.Integer(kind, int64(max(0, bits.Len64(n)-1))), nil
	})
	turn := func(by int) dotnet.Body {
		return dotnet.Give(func(c *value.Call) value.Value {
			n, k := low(c.Args[0]), (by*dotnet.IntArg(c, 1)%width+width)%width
			return value.Integer(kind, signExtend(n<<k|n>>(width-k), kind))
		})
	}
	b.Static(name+" RotateLeft("+name+" value, int rotateAmount)", turn(1))
	b.Static(name+" RotateRight("+name+" value, int rotateAmount)", turn(-1))
}

// loadCreation adds the generic CreateXxx methods: a number of another type,
// checked, held within the range, or cut off.
func loadCreation(b dotnet.Rows, name string) {
	target := b.Type
	b.Static(name+" CreateChecked(TOther value)", func(c *value.Call) (value.Value, error) {
		return created(c.Args[0], target)
	})
	b.Static(name+" CreateSaturating(TOther value)", func(c *value.Call) (value.Value, error) {
		v, err := created(c.Args[0], target)
		if err == nil {
			return v, nil
		}
		end := "MaxValue"
		if value.ToFloat(c.Args[0]) < 0 {
			end = "MinValue"
		}
		limit := target.Members().LookupStatic(value.Fold(end))
		if limit == nil {
			return value.Null, err
		}
		return limit.Get(c.Env, value.Null)
	})
	b.Static(name+" CreateTruncating(TOther value)", func(c *value.Call) (value.Value, error) {
		v, err := created(c.Args[0], target)
		if err != nil && isNumber(target) && target.Kind < value.KindSingle && c.Args[0].IsInteger() {
			return value.Integer(target.Kind, signExtend(c.Args[0].Uint64(), target.Kind)), nil
		}
		return v, err
	})
}

// created converts a number towards zero, as C#'s casts do.
func created(v value.Value, t *value.Type) (value.Value, error) {
	if !v.IsNumber() && v.Kind() != value.KindChar {
		return value.Null, dotnet.Throw(dotnet.ExNotSupported, "Specified method is not supported.")
	}
	if t.Kind < value.KindSingle && !v.IsInteger() {
		whole, err := changeKind(truncated(v), t)
		return whole, err
	}
	return changeKind(v, t)
}

func divRem(c *value.Call) (value.Value, error) {
	kind := c.Args[0].Kind()
	if kind == value.KindUInt64 {
		a, by := c.Args[0].Uint64(), c.Args[1].Uint64()
		if by == 0 {
			return value.Null, errDivideByZero()
		}
		return collections.NewValueTuple(value.Integer(kind, int64(a/by)), value.Integer(kind, int64(a%by))), nil
	}
	q, r, err := divide(c)
	if err != nil {
		return value.Null, err
	}
	return collections.NewValueTuple(value.Integer(kind, q), value.Integer(kind, r)), nil
}

func errDivideByZero() error {
	return dotnet.Throw("System.DivideByZeroException", "Attempted to divide by zero.")
}
