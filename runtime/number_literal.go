package runtime

import (
	"math/big"

	"github.com/cockroachdb/apd/v3"

	"exolab/parser"
	"exolab/runtime/value"
)

// numberValue is the value of a number literal.
func numberValue(e *parser.NumberConstant) value.Value {
	switch e.Kind {
	case parser.NumberInt32:
		return value.Int(int(e.Int))
	case parser.NumberInt64:
		return value.Long(e.Int)
	case parser.NumberDouble:
		return value.Double(e.Float)
	case parser.NumberDecimal, parser.NumberBigInteger:
		return bigNumber(e)
	}
	return smallInteger(e)
}

// bigNumber is the value of a decimal or big integer literal.
func bigNumber(e *parser.NumberConstant) value.Value {
	if e.Kind == parser.NumberBigInteger {
		if n, ok := new(big.Int).SetString(e.Text, 10); ok {
			return value.BigOf(n)
		}
		return value.Null
	}
	d, _, err := apd.NewFromString(e.Text)
	if err != nil {
		return value.Null
	}
	return value.Dec(d)
}

func smallInteger(e *parser.NumberConstant) value.Value {
	kinds := map[parser.NumberKind]value.Kind{parser.NumberSByte: value.KindSByte, parser.NumberByte: value.KindByte,
		parser.NumberInt16: value.KindInt16, parser.NumberUInt16: value.KindUInt16,
		parser.NumberUInt32: value.KindUInt32, parser.NumberUInt64: value.KindUInt64}
	return value.Integer(kinds[e.Kind], e.Int)
}
