package numbers

import (
	"math/big"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// bigOf is the number that v holds; nil if it is not a BigInteger.
func bigOf(v value.Value) *big.Int {
	if n, ok := value.As[*value.BigInteger](v); ok {
		return n.N
	}
	return nil
}

func loadBigInteger(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	for name, n := range map[string]int64{"Zero": 0, "One": 1, "MinusOne": -1} {
		b.Constant("bigint "+name, value.BigOf(big.NewInt(n)))
	}
	b.Get("bool IsZero", func(v value.Value) value.Value { return value.Bool(bigOf(v).Sign() == 0) })
	b.Get("bool IsOne", func(v value.Value) value.Value { return value.Bool(bigOf(v).IsInt64() && bigOf(v).Int64() == 1) })
	b.Get("bool IsEven", func(v value.Value) value.Value { return value.Bool(bigOf(v).Bit(0) == 0) })
	b.Get("int Sign", func(v value.Value) value.Value { return value.Int(bigOf(v).Sign()) })
	for name, f := range map[string]func(z, x, y *big.Int) *big.Int{
		"Add": (*big.Int).Add, "Subtract": (*big.Int).Sub, "Multiply": (*big.Int).Mul,
		"GreatestCommonDivisor": func(z, x, y *big.Int) *big.Int { return z.GCD(nil, nil, new(big.Int).Abs(x), new(big.Int).Abs(y)) },
	} {
		b.Static("bigint "+name+"(bigint left, bigint right)", dotnet.Give(func(c *value.Call) value.Value {
			return value.BigOf(f(new(big.Int), bigOf(c.Args[0]), bigOf(c.Args[1])))
		}))
	}
	for name, f := range map[string]func(z, x, y *big.Int) *big.Int{"Divide": (*big.Int).Quo, "Remainder": (*big.Int).Rem} {
		b.Static("bigint "+name+"(bigint dividend, bigint divisor)", func(c *value.Call) (value.Value, error) {
			if bigOf(c.Args[1]).Sign() == 0 {
				return value.Null, dotnet.Throw("System.DivideByZeroException", "Attempted to divide by zero.")
			}
			return value.BigOf(f(new(big.Int), bigOf(c.Args[0]), bigOf(c.Args[1]))), nil
		})
	}
	b.Static("bigint Pow(bigint value, int exponent)", func(c *value.Call) (value.Value, error) {
		if err := dotnet.IfNegative("exponent", dotnet.IntArg(c, 1)); err != nil {
			return value.Null, err
		}
		return value.BigOf(new(big.Int).Exp(bigOf(c.Args[0]), big.NewInt(c.Args[1].Int64()), nil)), nil
	})
	b.Static("bigint ModPow(bigint value, bigint exponent, bigint modulus)", dotnet.Give(func(c *value.Call) value.Value {
		return value.BigOf(new(big.Int).Exp(bigOf(c.Args[0]), bigOf(c.Args[1]), bigOf(c.Args[2])))
	}))
	b.Static("bigint Abs(bigint value)", dotnet.Give(func(c *value.Call) value.Value { return value.BigOf(new(big.Int).Abs(bigOf(c.Args[0]))) }))
	b.Static("bigint Negate(bigint value)", dotnet.Give(func(c *value.Call) value.Value { return value.BigOf(new(big.Int).Neg(bigOf(c.Args[0]))) }))
	for _, other := range [...]string{"bigint", "long", "ulong"} {
		b.Method("int CompareTo("+other+" other)", func(c *value.Call) (value.Value, error) {
			n, err := asBig(c.Args[0])
			if err != nil {
				return value.Null, err
			}
			return value.Int(bigOf(c.This).Cmp(n)), nil
		})
		b.Method("bool Equals("+other+" other)", func(c *value.Call) (value.Value, error) {
			n, err := asBig(c.Args[0])
			return value.Bool(err == nil && bigOf(c.This).Cmp(n) == 0), nil
		})
	}
	b.Method("int CompareTo(System.Object obj)", func(c *value.Call) (value.Value, error) {
		if _, ok := value.As[*value.BigInteger](c.Args[0]); !ok {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "obj", "The parameter must be a BigInteger.")
		}
		return value.Int(bigOf(c.This).Cmp(bigOf(c.Args[0]))), nil
	})
	dotnet.Formattable(b, "provider")
	loadBigIntegerStatics(b)
}

func asBig(v value.Value) (*big.Int, error) {
	if n := bigOf(v); n != nil {
		return n, nil
	}
	made, err := bigOfNumber(v)
	if err != nil {
		return nil, err
	}
	return bigOf(made), nil
}
