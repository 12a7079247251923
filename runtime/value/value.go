// Package value holds what a PowerShell script can hold: scalars, strings,
// collections, custom objects, and the .NET types that describe them.
//
// Value is two words, so that numbers, booleans, dates and time spans need no
// allocation (layout.go says how). Everything else is an Object behind the reference. Types
// carry their members as data (see Type and Members); package
// runtime/dotnet fills those tables.
package value

import "math"

// Kind tells how a Value is stored. It is not the .NET type: every reference
// type except string has KindObject.
type Kind uint8

// The kinds of value. KindVoid is AutomationNull: "no output".
const (
	KindNull Kind = iota
	KindVoid
	KindBool
	KindChar
	KindSByte
	KindByte
	KindInt16
	KindUInt16
	KindInt32
	KindUInt32
	KindInt64
	KindUInt64
	KindSingle
	KindDouble
	KindDecimal
	KindDateTime
	KindTimeSpan
	KindEnum
	KindString
	KindObject
	// KindMember marks a slot of a Bag that holds a computed *Member.
	KindMember
	kindCount
)

// Null is $null; Void is the absence of output (AutomationNull).
var (
	Null  = Value{}
	Void  = Value{bits: uint64(KindVoid) << kindAt}
	True  = scalar(KindBool, 1)
	False = scalar(KindBool, 0)
)

// Object is a reference value. PSType returns its .NET type.
type Object interface {
	PSType() *Type
}

// Bool returns $true or $false.
func Bool(b bool) Value {
	if b {
		return True
	}
	return False
}

// Int returns an Int32.
func Int(n int) Value {
	return Value{bits: uint64(KindInt32)<<kindAt | uint64(int64(int32(n)))&belowKind}
}

// Long returns an Int64.
func Long(n int64) Value { return scalar(KindInt64, uint64(n)) }

// Integer returns an integer of any integer kind from its 64-bit form; the
// caller has checked the range.
func Integer(kind Kind, n int64) Value { return scalar(kind, uint64(n)) }

// Double returns a Double.
func Double(f float64) Value { return scalar(KindDouble, math.Float64bits(f)) }

// Single returns a Single.
func Single(f float32) Value { return scalar(KindSingle, math.Float64bits(float64(f))) }

// Char returns a Char: one UTF-16 code unit.
func Char(c uint16) Value { return scalar(KindChar, uint64(c)) }

// IsNull reports whether the value is $null or AutomationNull.
func (v Value) IsNull() bool { return v.ref == nil && v.bits <= uint64(KindVoid)<<kindAt }

// IsVoid reports whether the value is AutomationNull.
func (v Value) IsVoid() bool { return v.ref == nil && v.bits == uint64(KindVoid)<<kindAt }

// IsInteger reports whether the value is of one of the integer kinds.
func (v Value) IsInteger() bool {
	k := v.Kind()
	return k >= KindSByte && k <= KindUInt64
}

// IsNumber reports whether the value is an integer, Single, Double or Decimal.
func (v Value) IsNumber() bool {
	k := v.Kind()
	return k >= KindSByte && k <= KindDecimal
}

// Int64 returns the bits of an integer, char, bool or enum as a signed
// number. A UInt64 above the range of int64 wraps: use Uint64 for it.
func (v Value) Int64() int64 {
	if v.ref == nil {
		return int64(v.bits<<scalarShift) >> scalarShift
	}
	if v.bits>>kindAt == uint64(KindEnum) && v.Kind() == KindEnum {
		return (*enumContent)(v.ref).n
	}
	return int64(v.bits)
}

// Uint64 returns the same bits as an unsigned number.
func (v Value) Uint64() uint64 { return uint64(v.Int64()) }

// Float returns the number held by a Single or Double.
func (v Value) Float() float64 { return math.Float64frombits(v.Uint64()) }

// AsBool returns the content of a Boolean.
func (v Value) AsBool() bool { return v.bits&belowKind != 0 }

// As returns the reference as a concrete object type.
func As[T Object](v Value) (T, bool) {
	t, ok := v.Object().(T)
	return t, ok
}
