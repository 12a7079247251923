package value

import (
	"encoding/binary"
	"math"
)

// HashCode returns what .NET's GetHashCode returns for v, and whether .NET
// gives it the same code in every process: strings and most objects get
// another one each time, numbers, characters, dates and Guids do not.
func HashCode(v Value) (code int32, stable bool) {
	switch v.Kind() {
	case KindBool, KindSByte, KindByte, KindInt16, KindUInt16, KindInt32, KindUInt32, KindEnum:
		return int32(v.Uint64()), true
	case KindChar:
		return int32(v.Uint64() | v.Uint64()<<16), true
	case KindInt64, KindUInt64, KindTimeSpan:
		return foldHash(v.Uint64()), true
	case KindDateTime:
		ticks, _ := v.DateTicks()
		return foldHash(uint64(ticks)), true
	case KindDouble:
		return foldHash(hashedFloat(v.Float())), true
	case KindSingle:
		return int32(math.Float32bits(float32(v.Float()))), true
	case KindObject:
		if g, ok := v.Object().(Guid); ok {
			return g.hashCode(), true
		}
	}
	return 0, false
}

// foldHash joins the halves of a 64-bit content.
func foldHash(n uint64) int32 { return int32(n) ^ int32(n>>32) }

// hashedFloat gives both zeros, and all NaN, one content each.
func hashedFloat(f float64) uint64 {
	if f == 0 || f != f {
		return math.Float64bits(f) & 0x7FF0000000000000
	}
	return math.Float64bits(f)
}

func (g Guid) hashCode() int32 {
	a := binary.BigEndian.Uint32(g.Guid[0:])
	bc := uint32(binary.BigEndian.Uint16(g.Guid[4:])) | uint32(binary.BigEndian.Uint16(g.Guid[6:]))<<16
	return int32(a ^ bc ^ binary.LittleEndian.Uint32(g.Guid[8:]) ^ binary.LittleEndian.Uint32(g.Guid[12:]))
}
