package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// typeLanguagePrimitives gives scripts the engine's conversions and comparisons
// as methods.
var typeLanguagePrimitives = engineType("LanguagePrimitives", loadLanguagePrimitives)

func loadLanguagePrimitives(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Static("bool IsTrue(System.Object obj)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(value.Truth(c.Args[0])) }))
	r.Static("bool IsObjectEnumerable(System.Object obj)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(isEnumerable(value.Unwrap(c.Args[0]))) }))
	r.Static("System.Collections.IEnumerable GetEnumerable(System.Object obj)", dotnet.Give(func(c *value.Call) value.Value {
		if !isEnumerable(value.Unwrap(c.Args[0])) {
			return value.Null
		}
		return c.Args[0]
	}))
	loadPrimitiveConversions(r)
	loadPrimitiveComparisons(r)
}

func loadPrimitiveConversions(r dotnet.Rows) {
	convert := func(c *value.Call) (value.Value, error) {
		to, _ := value.As[*value.Type](c.Args[1])
		if to == nil {
			return value.Null, dotnet.ThrowParam("System.Management.Automation.PSArgumentNullException", "resultType", "Cannot process argument because the value of argument \"resultType\" is null. Change the value of argument \"resultType\" to a non-null value.")
		}
		return value.Convert(c.Env, c.Args[0], to)
	}
	r.Static("System.Object ConvertTo(System.Object valueToConvert, type resultType)", convert)
	r.Static("System.Object ConvertTo(System.Object valueToConvert, type resultType, System.IFormatProvider formatProvider)", convert)
	try := func(c *value.Call) (value.Value, error) {
		v, err := convert(c)
		if err != nil {
			v = value.Null
		}
		return value.Bool(err == nil), dotnet.SetOut(c, len(c.Args)-1, v)
	}
	r.Static("bool TryConvertTo(System.Object valueToConvert, type resultType, out System.Object result)", try)
	r.Static("bool TryConvertTo(System.Object valueToConvert, type resultType, System.IFormatProvider formatProvider, out System.Object result)", try)
	r.Static("string ConvertTypeNameToPSTypeName(string typeName)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Str("[" + dotnet.TextArg(c, 0) + "]")
	}))
}

// loadPrimitiveComparisons adds the comparisons. Unlike the operators they look
// at case unless they are told not to.
func loadPrimitiveComparisons(r dotnet.Rows) {
	ignoring := func(c *value.Call) bool { return len(c.Args) > 2 && c.Args[2] == value.True }
	equals := dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(value.Equal(c.Env, c.Args[0], c.Args[1], ignoring(c)))
	})
	compare := func(c *value.Call) (value.Value, error) {
		n, err := value.Compare(c.Env, c.Args[0], c.Args[1], ignoring(c))
		return value.Int(n), err
	}
	try := func(c *value.Call) (value.Value, error) {
		n, err := compare(c)
		if err != nil {
			n = value.Int(0)
		}
		return value.Bool(err == nil), dotnet.SetOut(c, len(c.Args)-1, n)
	}
	for _, more := range [...]string{"", ", bool ignoreCase", ", bool ignoreCase, System.IFormatProvider formatProvider"} {
		r.Static("bool Equals(System.Object first, System.Object second"+more+")", equals)
		r.Static("int Compare(System.Object first, System.Object second"+more+")", compare)
		r.Static("bool TryCompare(System.Object first, System.Object second"+more+", out int result)", try)
	}
}
