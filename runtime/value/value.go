// Package value holds what a PowerShell script can hold: scalars, strings,
// collections, custom objects, and the .NET types that describe them.
//
// Value is a small struct, so that numbers, booleans, dates and time spans
// need no allocation. Everything else is an Object behind the reference. Types
// carry their members as data (see Type and Members); package
// runtime/dotnet fills those tables.
package value

import (
	"math"
	"unsafe"
)

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
)

// Value is any PowerShell value. The zero Value is $null.
//
// A string is held as its length in n and a pointer to its bytes in ref, as
// log/slog does it: a string header in an interface would cost an allocation
// for each string.
type Value struct {
	kind Kind
	n    uint64
	ref  any
}

// bytes points to the bytes of a string.
type bytes *byte

// Null is $null; Void is the absence of output (AutomationNull).
var (
	Null  = Value{}
	Void  = Value{kind: KindVoid}
	True  = Value{kind: KindBool, n: 1}
	False = Value{kind: KindBool}
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
func Int(n int) Value { return Value{kind: KindInt32, n: uint64(int64(int32(n)))} }

// Long returns an Int64.
func Long(n int64) Value { return Value{kind: KindInt64, n: uint64(n)} }

// Integer returns an integer of any integer kind from its 64-bit form; the
// caller has checked the range.
func Integer(kind Kind, n int64) Value { return Value{kind: kind, n: uint64(n)} }

// Double returns a Double.
func Double(f float64) Value { return Value{kind: KindDouble, n: math.Float64bits(f)} }

// Single returns a Single.
func Single(f float32) Value { return Value{kind: KindSingle, n: math.Float64bits(float64(f))} }

// Char returns a Char: one UTF-16 code unit.
func Char(c uint16) Value { return Value{kind: KindChar, n: uint64(c)} }

// Str returns a String.
func Str(s string) Value {
	return Value{kind: KindString, n: uint64(len(s)), ref: bytes(unsafe.StringData(s))}
}

// Obj returns the value of a reference; a nil o is the caller's mistake.
func Obj(o Object) Value { return Value{kind: KindObject, ref: o} }

// Enum returns a value of an enum type.
func Enum(t *Type, n int64) Value { return Value{kind: KindEnum, n: uint64(n), ref: t} }

// Kind returns how the value is stored.
func (v Value) Kind() Kind { return v.kind }

// IsNull reports whether the value is $null or AutomationNull.
func (v Value) IsNull() bool { return v.kind <= KindVoid }

// IsVoid reports whether the value is AutomationNull.
func (v Value) IsVoid() bool { return v.kind == KindVoid }

// IsInteger reports whether the value is of one of the integer kinds.
func (v Value) IsInteger() bool { return v.kind >= KindSByte && v.kind <= KindUInt64 }

// IsNumber reports whether the value is an integer, Single, Double or Decimal.
func (v Value) IsNumber() bool { return v.kind >= KindSByte && v.kind <= KindDecimal }

// Int64 returns the bits of an integer, char, bool or enum as a signed
// number. A UInt64 above the range of int64 wraps: use Uint64 for it.
func (v Value) Int64() int64 { return int64(v.n) }

// Uint64 returns the raw 64 bits.
func (v Value) Uint64() uint64 { return v.n }

// Float returns the number held by a Single or Double.
func (v Value) Float() float64 { return math.Float64frombits(v.n) }

// AsBool returns the content of a Boolean.
func (v Value) AsBool() bool { return v.n != 0 }

// Text returns the content of a String; it is "" for any other kind.
func (v Value) Text() string {
	if v.kind != KindString {
		return ""
	}
	return unsafe.String(v.ref.(bytes), int(v.n))
}

// Object returns the reference of a KindObject value, or nil.
func (v Value) Object() Object {
	if v.kind != KindObject {
		return nil
	}
	return v.ref.(Object)
}

// As returns the reference as a concrete object type.
func As[T Object](v Value) (T, bool) {
	t, ok := v.ref.(T)
	return t, ok && v.kind == KindObject
}
