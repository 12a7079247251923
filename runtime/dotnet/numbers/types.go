// Package numbers holds numbers, Math, Convert, BitConverter, Random and hashes.
package numbers

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Types lists the types of numbers, their conversions, random numbers and hashes.
func Types() []dotnet.TypeRow {
	return slices.Concat(hashRows(), []dotnet.TypeRow{
		{Type: value.TypeBoolean, Load: loadBoolean},
		{Type: value.TypeSByte, Load: loadInteger("sbyte")},
		{Type: value.TypeByte, Load: loadInteger("byte")},
		{Type: value.TypeInt16, Load: loadInteger("short")},
		{Type: value.TypeUInt16, Load: loadInteger("ushort")},
		{Type: value.TypeInt32, Load: loadInteger("int")},
		{Type: value.TypeUInt32, Load: loadInteger("uint")},
		{Type: value.TypeInt64, Load: loadInteger("long")},
		{Type: value.TypeUInt64, Load: loadInteger("ulong")},
		{Type: value.TypeSingle, Load: loadSingle},
		{Type: value.TypeDouble, Load: loadDouble},
		{Type: value.TypeDecimal, Load: loadDecimal},
		{Type: typeConvert, Load: loadConvert},
		{Type: typeBitConverter, Load: loadBitConverter},
		{Type: value.TypeBigInteger, Load: loadBigInteger},
		{Type: typeRandom, Load: loadRandom},
		{Type: typeMath, Load: loadMath},
	})
}
