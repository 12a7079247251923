package value

import (
	"unsafe"

	"github.com/cockroachdb/apd/v3"
)

// Value is any PowerShell value. The zero Value is $null.
//
// It is two words, because lists, dictionaries and argument lists are made of
// values, and their size is the memory and half the time of a script:
//
//	kind                    bits                          ref
//	Boolean, Char, numbers, kind, the scalar in 56 bits   nil
//	DateTime, TimeSpan      the 64 bits of the scalar     its entry of scalarTags
//	String                  kind, length                  its bytes
//	Decimal, Member         kind                          *apd.Decimal, *Member
//	Enum                    kind                          *enumContent
//	Object                  kind, interface table         the interface's data word
//	Null, Void              kind                          nil
//
// A kind stands in the top byte of bits. A scalar that its lower 56 bits can
// hold, with its sign, goes there: the collector then passes over it, and over
// the elements of long lists of numbers. Any other has a reference into
// scalarTags, which alone says that bits is a scalar, so all 64 bits are left to
// it. The interface table of an Object is one of the program's own tables, which
// are neither collected nor moved and lie below 2^56, so it may be held as a
// number.
type Value struct {
	bits uint64
	ref  unsafe.Pointer
}

// kindAt is the position of the kind in bits, above whatever else is there.
const kindAt = 56

const (
	belowKind = 1<<kindAt - 1
	// scalarShift drops the kind above a scalar and spreads its sign again.
	scalarShift = 64 - kindAt
)

// scalarTags is only pointed into: the position is the kind of a scalar.
var scalarTags [kindCount]byte

// enumContent is what the reference of an enum's value points to.
type enumContent struct {
	t *Type
	n int64
}

// interfaceWords is an Object as Go lays out an interface with methods.
type interfaceWords struct {
	table uintptr
	data  unsafe.Pointer
}

// Kind returns how the value is stored.
func (v Value) Kind() Kind {
	if at := uintptr(v.ref) - uintptr(unsafe.Pointer(&scalarTags)); at < uintptr(kindCount) {
		return Kind(at)
	}
	return Kind(v.bits >> kindAt)
}

func scalar(kind Kind, bits uint64) Value {
	if small := int64(bits) << scalarShift >> scalarShift; uint64(small) == bits {
		return Value{bits: uint64(kind)<<kindAt | bits&belowKind}
	}
	return Value{bits: bits, ref: unsafe.Pointer(&scalarTags[kind])}
}

// Str returns a String.
func Str(s string) Value {
	return Value{bits: uint64(KindString)<<kindAt | uint64(len(s)), ref: unsafe.Pointer(unsafe.StringData(s))}
}

// Text returns the content of a String; it is "" for any other kind.
func (v Value) Text() string {
	if v.Kind() != KindString {
		return ""
	}
	return unsafe.String((*byte)(v.ref), int(v.bits&belowKind))
}

// Obj returns the value of a reference; a nil o is the caller's mistake.
func Obj(o Object) Value {
	words := (*interfaceWords)(unsafe.Pointer(&o))
	return Value{bits: uint64(KindObject)<<kindAt | uint64(words.table), ref: words.data}
}

// Object returns the reference of a KindObject value, or nil.
func (v Value) Object() Object {
	if v.Kind() != KindObject {
		return nil
	}
	words := interfaceWords{table: uintptr(v.bits & belowKind), data: v.ref}
	return *(*Object)(unsafe.Pointer(&words))
}

// Enum returns a value of an enum type.
func Enum(t *Type, n int64) Value {
	return Value{bits: uint64(KindEnum) << kindAt, ref: unsafe.Pointer(&enumContent{t, n})}
}

// enumType returns the type of a KindEnum value.
func (v Value) enumType() *Type { return (*enumContent)(v.ref).t }

// Dec returns a Decimal that owns d; d must be within Decimal's range (see
// FitDecimal).
func Dec(d *apd.Decimal) Value {
	return Value{bits: uint64(KindDecimal) << kindAt, ref: unsafe.Pointer(d)}
}

// Decimal returns the content of a Decimal, nil for any other kind; the caller
// must not change it.
func (v Value) Decimal() *apd.Decimal {
	if v.Kind() != KindDecimal {
		return nil
	}
	return (*apd.Decimal)(v.ref)
}

// memberValue is the slot of a bag that holds a computed member.
func memberValue(m *Member) Value {
	return Value{bits: uint64(KindMember) << kindAt, ref: unsafe.Pointer(m)}
}

// member returns the member of a KindMember value, nil for any other kind.
func (v Value) member() *Member {
	if v.Kind() != KindMember {
		return nil
	}
	return (*Member)(v.ref)
}
