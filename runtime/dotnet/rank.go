package dotnet

import "exolab/runtime/value"

// rankArgument grades how an argument fits a parameter of type t.
func rankArgument(arg value.Value, t *value.Type, byRef bool) conversionRank {
	if _, isRef := value.As[*Reference](arg); isRef || byRef {
		if isRef && (byRef || t == value.TypeObject || t == typeReference) {
			return rankIdentity
		}
		return rankNone
	}
	bare := value.Unwrap(arg)
	if d, ok := bare.Object().(*value.Delegate); ok && isDelegate(t) && d.PSType() != t {
		return rankLanguage
	}
	from := value.TypeOf(bare)
	if from == value.TypeNullString {
		from = value.TypeString
	}
	return rankOf(from, t)
}

func numeric(k value.Kind) bool { return k >= value.KindSByte && k <= value.KindDecimal }

// IsUnsigned tells the unsigned kinds of less than 64 bits, whose values fit an int64.
func IsUnsigned(k value.Kind) bool {
	return k == value.KindByte || k == value.KindUInt16 || k == value.KindUInt32 || k == value.KindUInt64
}

// Bits is the width of an integer kind.
func Bits(k value.Kind) int {
	switch k {
	case value.KindSByte, value.KindByte:
		return 8
	case value.KindInt16, value.KindUInt16:
		return 16
	case value.KindInt32, value.KindUInt32:
		return 32
	case value.KindInt64, value.KindUInt64:
		return 64
	}
	return 128
}

// isDelegate reports whether script blocks are accepted for t.
func isDelegate(t *value.Type) bool { return t.Base == value.TypeDelegate }
